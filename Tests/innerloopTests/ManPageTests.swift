import Testing

@testable import innerloop

@Suite struct ManPageTests {
    private let page: String

    init() throws { page = try ManPage(RootCommand.description()).roff }

    @Test func `the page is printed, in ASCII`() throws {
        let outcome = try ChildProcess.run("man")
        #expect(outcome.output == page)
        #expect(page.hasPrefix(".TH INNERLOOP 1 \(Version.date) "))
        #expect(page.utf8.allSatisfy { $0 < 0x80 })
        #expect(outcome.status == 0)
    }

    @Test func `no line is a request by accident, and none is too long`() {
        let requests = [".TH", ".SH", ".TP", ".RS", ".RE", ".B", ".BR", ".br"]
        for line in page.split(separator: "\n") {
            #expect(line.utf8.count <= 120)
            if line.hasPrefix(".") { #expect(requests.contains(String(line.prefix { $0 != " " })), "\(line)") }
            #expect(!line.hasPrefix("'"))
        }
    }

    @Test func `every subcommand, option, command, setting and variable is on it`() throws {
        let root = try RootCommand.description()
        for command in root.subcommands ?? [] where command.shouldDisplay != false {
            #expect(page.contains(".B innerloop\n\(command.commandName)"))
        }
        for argument in root.arguments ?? [] {
            for name in argument.names ?? [] { #expect(page.contains(Roff.text(name.typed))) }
        }
        for command in CommandTable.all { #expect(page.contains(Roff.bold(":" + command.usage))) }
        for setting in Setting.all { #expect(page.contains(".TP\n\(Roff.bold(setting.name))\n")) }
        for variable in EnvironmentVariable.all { #expect(page.contains(".TP\n\(Roff.bold(variable.name))\n")) }
    }

    @Test func `each example that shows an output prints it`() throws {
        var count = 0
        for example in ManPage.examples {
            guard let output = example.output else { continue }
            count += 1
            #expect(try ChildProcess.run(arguments: example.arguments).output == output + "\n")
        }
        #expect(count >= 2)
    }

    @Test(arguments: [
        (".tsv", "\\&.tsv\n"), ("a\\b-c 'd' `e` x^2 ~", "a\\eb\\-c \\(aqd\\(aq \\(gae\\(ga x\\(ha2 \\(ti\n"),
        ("θ", "\\[u03B8]\n"),
    ])
    func `nothing in a text is read as roff`(_ text: String, _ roff: String) {
        #expect(Roff.paragraph(Roff.text(text)) == roff)
    }
}
