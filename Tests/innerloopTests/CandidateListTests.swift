import Testing
import Typography

@testable import innerloop

@Suite struct CandidateListTests {
    private let names = ["learn", "leave"]
    private let summaries = ["learn": "walk through a lesson", "leave": "close the lesson, keep the session"]

    @Test func `each candidate has what it is beside it, faint where there is colour`() {
        #expect(
            CandidateList.lines(of: names + ["left"], summaries, in: Appearance(columns: 60)) == [
                "learn  walk through a lesson", "leave  close the lesson, keep the session", "left",
            ])
        let painted = CandidateList.lines(of: names, summaries, in: Appearance(color: true))
        #expect(painted[0] == "learn  \u{1B}[2mwalk through a lesson\u{1B}[0m")
    }

    @Test(arguments: [20, 24, 30, 40]) func `no line is wider than the screen`(columns: Int) {
        let long = ["学习学习学习学习学习学习": "a very long summary that can not fit", "x": "元学习元学习元学习元学习元学习元学习"]
        for line in CandidateList.lines(of: long.keys.sorted(), long, in: Appearance(columns: columns)) {
            #expect(DisplayWidth.of(line) < columns)
        }
    }

    @Test func `what has no room or nothing to say is listed otherwise`() {
        #expect(CandidateList.hasRoom(for: names, summaries, in: Appearance(rows: 4)))
        #expect(!CandidateList.hasRoom(for: names, summaries, in: Appearance(rows: 3)))
        #expect(!CandidateList.hasRoom(for: names, [:], in: Appearance()))
    }
}
