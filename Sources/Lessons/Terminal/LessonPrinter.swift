public import Figures
internal import Formulas
internal import Sentences
public import Typography

/// Turns what a lesson shows into lines of a terminal.
public struct LessonPrinter: Sendable {
    /// Draws a figure with its caption; nil where it was shown elsewhere, as in a window.
    public typealias Drawing = (_ figure: Figure, _ caption: String?) -> String?

    static let indent = 2

    public let width: Int
    let painter: Painter
    let lettering: Lettering

    public init(width: Int, usesColour: Bool, lettering: Lettering = .unicode) {
        self.width = max(20, width)
        self.lettering = lettering
        painter = Painter(usesColour: usesColour)
    }

    /// The line a step begins with: its title, and where it is, at the right.
    ///
    /// The first step's line names the lesson and how long it takes.
    public func title(of lesson: Lesson, step: Int) -> [String] {
        var place = Sentence.stepPlace(step: step + 1, count: lesson.steps.count).text
        if step == 0, let minutes = lesson.frontMatter.minutes {
            place += "\(lettering.separator)\(Sentence.minutesNeeded(count: minutes))"
        }
        let title = lettering.text(step == 0 ? lesson.title : lesson.steps[step].title)
        var lines = aligned(StyledText(title, .heading), StyledText(place, .dim))
        if step == 0 {
            lines.append(
                painter.paint([space(Self.indent), StyledText(lettering.text(lesson.steps[0].title), .strong)]))
        }
        return lines
    }

    /// What Enter and the commands do at a stop.
    public func invitation(to stop: LessonStop) -> [String] {
        set(invitationText(to: stop))
    }

    /// At the right, or over several lines where one is too short.
    func set(_ invitation: Sentence) -> [String] {
        let text = lettering.text(invitation.text.replacing(" · ", with: lettering.separator))
        guard DisplayWidth.of(text) + Self.indent <= width else {
            let lines = LineWrapper(width: width - Self.indent).wrap([StyledText(text, .dim)])
            return lines.map { painter.paint([space(Self.indent)] + $0) }
        }
        return [painter.paint([space(width - DisplayWidth.of(text)), StyledText(text, .dim)])]
    }

    /// Everything that a stop shows, the code that waits included.
    public func lines(of stop: LessonStop) -> [String] {
        var lines = lines(of: stop.shown, noteOnFull: .fullWaits)
        let asked: [String] =
            switch stop.asked {
            case .nothing: []
            case .code(let code): self.code(code)
            case .exercise(let exercise): question(exercise)
            case .quiz(let quiz): question(quiz)
            }
        if !lines.isEmpty, !asked.isEmpty { lines.append("") }
        return lines + asked
    }

    /// Prose and code, a blank line between them.
    public func lines(of blocks: [LessonBlock]) -> [String] { lines(of: blocks, noteOnFull: nil) }

    /// - Parameter note: what is said under code that gives full sizes, and is not run.
    private func lines(of blocks: [LessonBlock], noteOnFull note: Sentence?) -> [String] {
        var lines: [String] = []
        for block in blocks {
            let next: [String] =
                switch block {
                case .prose(let prose):
                    MarkdownRenderer(
                        width: width, usesColour: painter.usesColour, indent: Self.indent, lettering: lettering
                    ).lines(prose.blocks)
                case .code(let code): self.code(code) + fullNote(note, code)
                case .output: []
                case .exercise(let exercise): solved(exercise)
                case .quiz(let quiz): solved(quiz)
                }
            if !lines.isEmpty, !next.isEmpty { lines.append("") }
            lines += next
        }
        return lines
    }

    private func fullNote(_ note: Sentence?, _ code: CodeBlock) -> [String] {
        guard let note, code.isFull, !code.isRun, code.visibility != .nothing else { return [] }
        return paragraph(note, .dim)
    }

    /// Code behind its gutter. Of a derivation only where each chain begins: the rest is for the reader to predict.
    public func code(_ block: CodeBlock) -> [String] {
        guard block.visibility != .nothing else { return [] }
        var text = block.source.text
        if block.kind == .derivation, block.isRun {
            let starts = text.split(separator: "\n").filter { line in
                guard let first = line.first(where: { $0 != " " }) else { return false }
                return !"=!<>≤≥≈#".contains(first)
            }
            text = starts.map { "\($0)\n  == …" }.joined(separator: "\n")
        }
        let gutter = MarkdownRenderer.gutter(text, width: width - Self.indent, lettering)
        return gutter.map { painter.paint([space(Self.indent)] + $0) }
    }

    /// Code as it stands, each part in the look of what it is.
    public func highlighted(_ code: String) -> String {
        painter.usesColour ? painter.paint(MarkdownRenderer.highlighted(code)) : code
    }

    /// What a block gave.
    public func lines(of run: BlockRun, drawing: Drawing) -> [String] {
        guard run.block.visibility == .whole else { return run.holds ? [] : failure(run) }
        var lines: [String] = []
        var claims: [ClaimLine] = []
        func flush() {
            lines += self.lines(of: claims)
            claims = []
        }
        let isLabelled = run.cells.count { $0.rendering(width: width) != nil } > 1
        for cell in run.cells {
            claims += cell.claims.map { ClaimLine($0) }
            if cell.claims.isEmpty || !cell.outputs.isEmpty || cell.figure != nil { flush() }
            for output in cell.outputs {
                if let figure = output.figure {
                    lines += drawn(figure, caption: nil, drawing)
                } else if let text = output.rendering(width: width - 2 * Self.indent) {
                    lines += value(text, label: nil)
                }
            }
            if let figure = cell.figure {
                lines += drawn(figure, caption: run.block.caption, drawing)
                if let caption = run.block.caption { lines += self.caption(caption) }
            } else if let value = cell.rendering(width: width - 2 * Self.indent) {
                lines += self.value(value, label: isLabelled ? cell.source : nil)
            }
        }
        flush()
        return lines + failure(run)
    }

    /// Claims with their marks in a column.
    public func lines(of claims: [ClaimLine]) -> [String] {
        ClaimLayout(width: width, indent: Self.indent, lettering: lettering).lines(claims).map { painter.paint($0) }
    }

    private func failure(_ run: BlockRun) -> [String] {
        guard let diagnostic = run.diagnostic else {
            guard let expected = run.block.expectedError else { return [] }
            return paragraph("\(lettering.failed)\(Sentence.errorMissing(error: expected))", .bad)
        }
        if run.block.expectedError != nil, run.endsAsAnnounced {
            return paragraph(.errorAnnounced(message: diagnostic.message), .plain)
        }
        return paragraph("\(lettering.failed)\(LessonProblem(diagnostic))", .bad)
    }

    private func drawn(_ figure: Figure, caption: String?, _ drawing: Drawing) -> [String] {
        guard let text = drawing(figure, caption) else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    private func value(_ value: String, label: String?) -> [String] {
        let value = lettering.text(value)
        let lines = value.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let label = label.map(lettering.text) else {
            return lines.map { painter.paint([space(Self.indent), StyledText($0)]) }
        }
        let isShort = lines.count == 1 && !label.contains("\n")
        if isShort, DisplayWidth.of(label) + DisplayWidth.of(value) + Self.indent + 3 <= width {
            return [
                painter.paint([space(Self.indent), StyledText(label, .code), StyledText(lettering.text(" → ") + value)])
            ]
        }
        let head = MarkdownRenderer.gutter(label, width: width - Self.indent, lettering)
        return (head + lines.map { [space(Self.indent), StyledText($0)] }).map {
            painter.paint([space(Self.indent)] + $0)
        }
    }

    private func caption(_ text: String) -> [String] { paragraph(text, .emphasis) }

    func paragraph(_ sentence: Sentence, _ style: StyledText.Style) -> [String] {
        paragraph(text(of: sentence), style)
    }

    /// A sentence, its mark in the characters there are: its words say the same.
    func text(of sentence: Sentence) -> String {
        let text = sentence.text
        let cross = Lettering.unicode.failed
        return text.hasPrefix(cross) ? lettering.failed + text.dropFirst(cross.count) : text
    }

    func paragraph(_ text: String, _ style: StyledText.Style) -> [String] {
        let printable = MarkdownRenderer.printable(text, lettering)
        return LineWrapper(width: width - Self.indent).wrap([StyledText(printable, style)]).map { line in
            painter.paint([space(Self.indent)] + line)
        }
    }

    private func aligned(_ left: StyledText, _ right: StyledText) -> [String] {
        let free = width - left.width - right.width
        if free >= 2 { return [painter.paint([left, space(free), right])] }
        let title = LineWrapper(width: width).wrap([left]).map { painter.paint($0) }
        return title + [painter.paint([space(width - right.width), right])]
    }

    func space(_ count: Int) -> StyledText { StyledText(String(repeating: " ", count: max(0, count))) }
}
