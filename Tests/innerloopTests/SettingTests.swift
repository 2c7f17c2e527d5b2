import Testing

@testable import innerloop

@Suite struct SettingTests {
    @Test func `names are distinct`() {
        #expect(Set(Setting.all.map(\.name)).count == Setting.all.count)
    }

    @Test func `a setting takes the values that complete it, and no other`() {
        for setting in Setting.all {
            for value in setting.values.completions { #expect(setting.complaint(about: value) == nil) }
            #expect(
                setting.complaint(about: "nonsense")?.hasPrefix("\(setting.name) can't be 'nonsense'; it is ") == true)
        }
    }

    @Test func `what is chosen before the prompt begins says where`() {
        let shown = screen(ScriptedTerminal(typing: ":set color never"))
        #expect(shown.contains("color is chosen before the prompt begins, by --color or in the configuration\nfile\n"))
    }

    @Test func `a number of bytes reads as it is written`() {
        for text in ["1", "1000", "3K", "500M", "4G", "2T"] { #expect(ByteCount(argument: text)?.text == text) }
        #expect(ByteCount(argument: "2048M")?.text == "2G")
    }
}
