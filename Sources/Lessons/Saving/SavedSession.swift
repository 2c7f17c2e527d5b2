public import Formulas
internal import Sentences

/// What a session has run, so that it can be saved as a lesson file that gives the same again.
///
/// Left out is what left nothing behind: statements that failed, claims that do not hold, and what Ctrl-C stopped. A loop
/// that failed after some whole iterations is kept with the error it ends in. Each block that drew says from where, and
/// what the reader did to a lesson's names before the lesson took them back is an aside.
public struct SavedSession {
    /// A cell, and where its draws began.
    public struct Entry {
        public let cell: Cell
        let position: DrawPosition

        public init(_ cell: Cell, from position: DrawPosition) {
            self.cell = cell
            self.position = position
        }
    }

    private struct Part {
        var title: String
        var blocks: [SavedBlock] = []
    }

    private var parts: [Part] = []
    /// Blocks before this, counted over all parts, are not touched when a lesson takes its names back.
    private var settledCount = 0
    /// Where each step of the open lesson began, as a count of blocks.
    private var stepStarts: [Int: Int] = [:]
    /// What was refreshed since the last block.
    private var refresh: String?

    public init() {}

    public var isEmpty: Bool { blockCount == 0 }

    private var blockCount: Int { parts.reduce(0) { $0 + $1.blocks.count } }

    /// Begins a step with this heading, as where a lesson is opened.
    public mutating func begin(_ title: String) {
        parts.append(Part(title: title))
        settledCount = blockCount
        stepStarts = [:]
    }

    /// Keeps an entry of the prompt: its text, and its cells with where their draws began and ended.
    public mutating func append(
        _ text: String, _ entries: [Entry], until end: DrawPosition, seed: UInt64, precision: Precision
    ) {
        guard let first = entries.first else { return }
        let ends = entries.dropFirst().map(\.position) + [end]
        func replay(_ start: DrawPosition, _ end: DrawPosition) -> Replay {
            var replay = Replay()
            replay.precision = precision == .double ? nil : precision
            guard start != end else { return replay }
            replay.stream = ""
            replay.seed = start.seed == seed ? nil : start.seed
            replay.draw = start.statement
            return replay
        }
        let good = entries.filter(\.cell.isGood).map(\.cell)
        if !good.isEmpty {
            let code = good.count == entries.count ? text : good.map(\.statementText).joined(separator: "\n")
            let goodEnd = entries.lastIndex(where: \.cell.isGood).map { ends[$0] } ?? end
            var block = SavedBlock(kind: .loop, code: code, replay: replay(first.position, goodEnd))
            block.output = good.printed(width: LessonChecker.outputWidth)
            append(block)
        }
        guard let last = entries.last, let error = last.cell.errorOfLoop else { return }
        var block = SavedBlock(kind: .loop, code: last.cell.statementText, replay: replay(last.position, end))
        block.expectedError = error
        block.output = [last.cell].printed(width: LessonChecker.outputWidth)
        append(block)
    }

    /// Keeps a block of a lesson.
    public mutating func append(_ stepRun: StepRun, of lesson: Lesson, seed: UInt64, precision: Precision) {
        let run = stepRun.run
        lessonIsAt(step: stepRun.step)
        let good = run.cells.filter(\.isGood).map(\.statementText).joined(separator: "\n")
        guard run.holds || !good.isEmpty else { return }
        var block = SavedBlock(kind: run.block.kind, code: run.holds ? run.block.source.text : good)
        switch run.block.visibility {
        case .whole: break
        case .codeOnly: block.flag = "setup"
        case .nothing: block.flag = "hidden"
        }
        block.expectedError = run.holds ? run.block.expectedError : nil
        block.caption = run.block.caption
        block.replay = run.block.replay
        let position = lesson.drawPosition(of: run.block, inStep: stepRun.step)
        block.replay.seed = position.seed == seed ? nil : position.seed
        block.replay.stream = position.stream
        if block.replay.precision == nil, precision != .double { block.replay.precision = precision }
        block.output = run.block.visibility == .whole ? run.printed(width: LessonChecker.outputWidth) : ""
        append(block)
        settledCount = blockCount
    }

    /// The lesson has come to a step, and will come back to what is there now when it goes back to it.
    public mutating func lessonIsAt(step: Int) {
        if stepStarts[step] == nil { stepStarts[step] = blockCount }
    }

    /// Before the lesson goes on: it takes its names back, so what was typed since its last block was an aside.
    public mutating func lessonGoesOn() {
        if refresh != nil {
            append(SavedBlock(kind: .loop, code: "# \(Sentence.staleRunAgain)", flag: "hidden"))
        }
        deepen(from: settledCount)
        settledCount = blockCount
    }

    /// The lesson goes back to a step's beginning: all since then was an aside.
    public mutating func lessonGoesBack(toStep step: Int) {
        lessonGoesOn()
        deepen(from: stepStarts.filter { $0.key >= step }.values.min() ?? blockCount)
        settledCount = blockCount
        stepStarts = stepStarts.filter { $0.key < step }
    }

    /// Bindings were refreshed: one with what it needs, or all.
    public mutating func refreshed(_ name: String?) { refresh = name ?? "" }

    /// The lesson itself had bindings refreshed, and does not take that back.
    public mutating func lessonRefreshed(_ names: [String]) {
        for name in names {
            refresh = name
            append(SavedBlock(kind: .loop, code: "# \(Sentence.staleRunAgain)", flag: "hidden"))
        }
        settledCount = blockCount
    }

    /// The session as a lesson file. Draws that do not say another are those of `seed`.
    public func text(id: String, title: String, seed: UInt64) -> String {
        let quoted = title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        var text = """
            ---
            format: \(FrontMatter.supportedFormat)
            id: \(id)
            title: "\(quoted)"
            requires: []
            seed: \(seed)
            lang: en
            ---

            """
        var depth = 0
        for part in parts where !part.blocks.isEmpty {
            text += "\n## \(SavedBlock.escaped(part.title))\n"
            for var block in part.blocks {
                // Said only where it is not so anyway.
                if let from = block.replay.from, depth <= from { block.replay.from = nil }
                depth = block.replay.aside
                text += "\n" + block.markdown
            }
        }
        return text
    }

    private mutating func append(_ block: SavedBlock) {
        var block = block
        if let refresh { block.replay.refresh = refresh }
        refresh = nil
        if parts.isEmpty { parts.append(Part(title: Sentence.sessionTitle.text)) }
        parts[parts.count - 1].blocks.append(block)
    }

    /// Makes the blocks from a place on asides, or deeper ones.
    private mutating func deepen(from start: Int) {
        var count = 0
        for part in parts.indices {
            for block in parts[part].blocks.indices {
                if count >= start { parts[part].blocks[block].replay.deepen(isFirst: count == start) }
                count += 1
            }
        }
    }
}

extension Replay {
    /// One aside deeper, which begins with this block where it is the first.
    fileprivate mutating func deepen(isFirst: Bool) {
        from = (from ?? aside) + (isFirst ? 0 : 1)
        aside += 1
        if from == aside { from = nil }
    }
}

extension Cell {
    /// The statement, with the semicolon that silenced it.
    fileprivate var statementText: String { value != nil && name == nil && !showsValue ? source + ";" : source }

    /// What the error of a loop that keeps its whole iterations says, as far as an attribute can hold it; nil of another
    /// statement, or where Ctrl-C ended it.
    fileprivate var errorOfLoop: String? {
        guard let diagnostic, diagnostic.kind != .interrupted, source.hasPrefix("for") || source.hasPrefix("while")
        else { return nil }
        let text = diagnostic.message.prefix { $0 != "\"" && !$0.isNewline }
        return text.isEmpty ? nil : String(text)
    }
}
