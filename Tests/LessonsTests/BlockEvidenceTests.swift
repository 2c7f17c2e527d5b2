import Testing

@testable import Lessons

@Suite struct BlockEvidenceTests {
    private func evidence(_ body: String) throws -> [BlockEvidence] {
        let found = reading("## A\n\(body)\n")
        #expect(messages(found) == [])
        let blocks = try #require(found.lesson).allBlocks
        return blocks.indices.map { BlockEvidence(blocks[$0], before: $0 + 1 < blocks.count ? blocks[$0 + 1] : nil) }
    }

    @Test func `claims count as they stand, also in a loop, and refutations twice`() throws {
        let found = try evidence(
            "```loop\nfor i in 1..3 { if true { claim i > 0 } else { refute i > 9 } }\nclaim 1 == 1\n```")
        #expect(found[0].claims == 3 && found[0].refutes == 1)
        #expect(found[0].showsTruths && found[0].meetsErrors)
    }

    @Test func `each line of a derivation counts`() throws {
        let found = try evidence("```derivation\n1 + 1\n  == 2 -- so\n  == 4/2\n```")
        #expect(found[0].derivationLines == 2 && found[0].claims == 0)
        #expect(found[0].showsTruths && !found[0].meetsErrors)
    }

    @Test func `an output and an announced error show something, and what is not run shows nothing`() throws {
        let body = "```loop\n1\n```\n```output\n1\n```\n```loop expect-error=\"x\"\ny + x\n```\n"
        let found = try evidence(body + "```loop norun\nclaim 1 == 1\n```\n\n```loop\nz = 1\n```")
        #expect(found.map(\.showsTruths) == [true, false, true, false, false])
        #expect(found.allSatisfy { !$0.meetsErrors })
    }

    @Test func `exercises and quizzes show truths and meet errors`() throws {
        let found = try evidence(LessonText.exercise + "\n```quiz\nWhich?\n- [x] a :: b\n- [ ] c :: d\n```")
        #expect(found.allSatisfy { $0.showsTruths && $0.meetsErrors })
        #expect(found[0].exercises == 1 && found[1].quizzes == 1)
    }
}
