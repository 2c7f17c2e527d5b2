import Formulas
import Glibc
import Testing

@testable import innerloop

@Suite struct EnvironmentVariableTests {
    @Test func `each variable that the sources ask for is told of`() throws {
        let known = Set(EnvironmentVariable.all.map(\.name))
        var asked: Set<String> = []
        for path in try ProjectFolder.files(in: "Sources/innerloop", ending: ".swift") {
            for match in try SourceFile.read(path).text.matches(
                of: /(?:[eE]nvironment(?:\.value|\.isSet)?|getenv)\("([A-Z_]+)"\)/)
            {
                asked.insert(String(match.1))
            }
        }
        #expect(asked.contains("INNERLOOP_HOME"))
        #expect(asked.subtracting(known).isEmpty)
    }

    @Test func `the help lists every variable and every setting`() {
        let variables = screen(ScriptedTerminal(typing: ":help environment"))
        for variable in EnvironmentVariable.all { #expect(variables.contains(variable.name)) }
        let settings = screen(ScriptedTerminal(typing: ":help configuration"))
        for setting in Setting.all { #expect(settings.contains("`\(setting.name)`")) }
        #expect(screen(ScriptedTerminal(typing: ":help")).contains("  environment "))
    }
}
