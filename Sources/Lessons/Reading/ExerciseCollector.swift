internal import Formulas
internal import Typography

/// Puts the exercises of a lesson together from the blocks that they are made of.
struct ExerciseCollector {
    /// The exercises of the step that is being read.
    private var drafts: [ExerciseDraft] = []
    /// The ids of all exercises of the lesson so far.
    private var ids: Set<String> = []

    /// Whether something is wrong with the exercise begun last: its parts then belong to none.
    private var isBroken = false

    /// Before which block of its step the last exercise stands; nil where the step has none yet.
    var lastPlace: Int? { drafts.last?.place }

    /// Begins an exercise, which will stand before a block of its step.
    mutating func begin(_ fence: FencedBlock, _ info: BlockInfo, place: Int) throws(Diagnostic) {
        isBroken = true
        let draft = try ExerciseDraft(fence, info, place: place)
        guard ids.insert(draft.id).inserted else {
            let item = info.items.first { $0.name == "#" + draft.id }
            throw Diagnostic(
                .syntax, "the lesson has an exercise '\(draft.id)' already", at: item?.span ?? info.kindSpan)
        }
        drafts.append(draft)
        isBroken = false
    }

    /// Adds a part to the exercise that it is for.
    mutating func take(_ part: ExerciseDraft.Part, _ fence: FencedBlock, _ info: BlockInfo) throws(Diagnostic) {
        if isBroken { return }
        guard !drafts.isEmpty else {
            throw Diagnostic(
                .syntax, "a '\(part.rawValue)' block belongs to an exercise, and none stands before it in this step",
                at: info.kindSpan)
        }
        var index = drafts.count - 1
        do throws(Diagnostic) {
            if let other = try target(part, info) { index = other }
            try drafts[index].take(part, fence, info)
        } catch {
            drafts[index].isBroken = true
            throw error
        }
    }

    /// The exercise that a part names; nil where it names none.
    private func target(_ part: ExerciseDraft.Part, _ info: BlockInfo) throws(Diagnostic) -> Int? {
        for item in info.items where !part.attributes.contains(item.name) {
            throw Diagnostic(
                .syntax,
                "a '\(part.rawValue)' block has no attribute '\(item.name)'"
                    + Spelling.question(item.name, in: part.attributes), at: item.span,
                help: "it may have \(part.attributes.joined(separator: ", "))")
        }
        guard let item = info.items.first(where: { $0.name == "for" }) else { return nil }
        let id = item.value ?? ""
        guard let found = drafts.firstIndex(where: { $0.id == id }) else {
            throw Diagnostic(
                .syntax, "no exercise '\(id)' before this in the step\(Spelling.question(id, in: drafts.map(\.id)))",
                at: item.span)
        }
        return found
    }

    /// The step's blocks with its exercises in their places, and what is wrong with those.
    mutating func endStep(_ blocks: [LessonBlock]) -> (blocks: [LessonBlock], problems: [Diagnostic]) {
        var blocks = blocks
        var problems: [Diagnostic] = []
        for draft in drafts.reversed() where !draft.isBroken {
            do throws(Diagnostic) {
                blocks.insert(.exercise(try draft.exercise()), at: draft.place)
            } catch {
                problems.insert(error, at: 0)
            }
        }
        drafts = []
        isBroken = false
        return (blocks, problems)
    }
}
