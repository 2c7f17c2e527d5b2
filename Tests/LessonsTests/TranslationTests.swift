import Formulas
import TemporaryFolders
import Testing

@testable import Lessons

struct TranslationTests {
    private let original = """
        ---
        format: 1
        id: rate
        title: "The rate"
        requires: []
        seed: 4
        lang: en
        ---

        ## A step

        One.

        ```loop
        α = 0.1  # the rate
        x = randn()
        ```

        ```derivation
        α + α
          == 2α  -- twice
        ```

        """

    private var translation: String {
        original.replacing("lang: en", with: "lang: zh").replacing("The rate", with: "学习率").replacing(
            "A step", with: "一步"
        ).replacing("One.", with: "一。").replacing("# the rate", with: "# 学习率").replacing("-- twice", with: "-- 两倍")
    }

    private func problems(of translation: String) throws -> [String] {
        let folder = try TemporaryFolder()
        _ = try folder.write(original, to: "01-rate.md")
        let path = try folder.write(translation, to: "01-rate.zh.md")
        let checker = LessonChecker(library: LessonLibrary(candidates: [folder.path]))
        return checker.check(paths: [path]).problems.map(\.diagnostic.message)
    }

    @Test func `a translation shares ids and code, and may say everything else otherwise`() throws {
        #expect(try problems(of: translation) == [])
    }

    @Test(arguments: [
        ("0.1", "0.2", "this differs from line 14 of the original"),
        ("id: rate", "id: ratio", "the original's id is 'rate', this one's 'ratio'"),
        ("seed: 4", "seed: 5", "the original's seed is 4, this one's 5"),
        ("lang: zh", "lang: de", "the file's name says 'zh', its 'lang' says 'de'"),
        ("## 一步", "## 一步\n\n又。\n\n## 二", "the original has 1 steps, this one 2"),
        ("一。", "一。\n\n```loop\ny = 1\n```", "step '一步' has 3 blocks that are no prose, in the original 2"),
    ])
    func `what it may not change is told`(_ part: String, _ other: String, _ message: String) throws {
        #expect(try problems(of: translation.replacing(part, with: other)).contains(message))
    }

    @Test func `a reader gets the lesson in their language, with the steps of the original`() throws {
        let folder = try TemporaryFolder()
        let english = try folder.write(original, to: "01-rate.md")
        let chinese = try folder.write(translation, to: "01-rate.zh.md")
        #expect(LessonLibrary(candidates: [folder.path]).paths == [english])
        let library = LessonLibrary(candidates: [folder.path], language: "zh")
        #expect(library.paths == [chinese])
        #expect(library.path(of: "rate") == chinese)
        #expect(Set(library.allPaths) == [english, chinese])
        #expect(library.entries().first?.lesson.steps.map(\.id) == ["a-step"])
        #expect(LessonLibrary(candidates: [folder.path], language: "de").paths == [english])
    }

    @Test func `only a language before the suffix makes a translation`() {
        #expect(Translation.language(of: "a/maml.zh.md") == "zh")
        #expect(Translation.language(of: "maml.pt-BR.md") == "pt-BR")
        #expect(Translation.language(of: "maml.md") == nil)
        #expect(Translation.language(of: "maml.v1.2.md") == nil)
        #expect(Translation.language(of: ".zh.md") == nil)
    }
}
