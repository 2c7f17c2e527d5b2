public import Figures
internal import Files
internal import Glibc

/// Draws figures in the terminal and into files.
///
/// A class, since it is the one owner of a running gnuplot that all who draw share: it is started by the first figure,
/// started again if it has died, and ended with the plotter. Not safe for use from two threads at once.
public final class Plotter {
    /// How to get gnuplot where it is missing.
    public static let installationAdvice =
        "gnuplot is not installed, so figures are plain charts; get it with: apt-get install gnuplot-nox"

    private let program: String?
    private let isInterrupted: () -> Bool
    private let secondsAllowed: Int
    private var process: GnuplotProcess?
    /// The running process' terminals, asked once.
    private var terminals: Set<String> = []

    /// A plotter that has started nothing yet.
    ///
    /// - Parameters:
    ///   - searchPath: the folders to look for gnuplot in, separated by colons; the environment's `PATH` if nil.
    ///   - isInterrupted: asked while gnuplot works; once it says yes, gnuplot is stopped and `.interrupted` thrown.
    public convenience init(searchPath: String? = nil, isInterrupted: @escaping () -> Bool = { false }) {
        self.init(searchPath: searchPath, secondsAllowed: 30, isInterrupted: isInterrupted)
    }

    init(searchPath: String?, secondsAllowed: Int, isInterrupted: @escaping () -> Bool = { false }) {
        let searchPath = searchPath ?? getenv("PATH").map { String(cString: $0) } ?? ""
        program = ExecutableSearch.find("gnuplot", in: searchPath)
        self.secondsAllowed = secondsAllowed
        self.isInterrupted = isInterrupted
    }

    /// `installationAdvice` where there is no gnuplot, for the caller to say once; else nil.
    public var notice: String? {
        program == nil ? Plotter.installationAdvice : nil
    }

    /// The figure in characters, one line for each row; drawn plainly by ourselves where there is no gnuplot.
    ///
    /// - Parameters:
    ///   - columns: the width, at least 24 and at most 400.
    ///   - rows: the height, at least 10 and at most 200.
    ///   - color: whether escape sequences may colour the series.
    ///   - unicode: whether other characters than ASCII may be used.
    /// - Throws: `PlotError`.
    public func text(_ figure: Figure, columns: Int, rows: Int, color: Bool, unicode: Bool) throws -> String {
        try screen(of: figure, columns: columns, rows: rows, unicode: unicode).rendered(color: color)
    }

    private func screen(of figure: Figure, columns: Int, rows: Int, unicode: Bool) throws(PlotError) -> TextCanvas {
        switch figure.content {
        case .panel(let panel): return try screen(of: panel, columns: columns, rows: rows, unicode: unicode)
        case .surface(let surface):
            guard let panel = surface.seenFromAbove else { throw .refused("the surface has no map") }
            return try screen(
                of: panel, columns: columns, rows: rows, unicode: unicode,
                note: "the surface from above; saved, it is seen in space")
        case .tiles(let tiles):
            let layout = TextTiles(tiles, columns: columns, rows: rows, unicode: unicode)
            var screens: [TextCanvas] = []
            for figure in tiles.figures {
                screens.append(
                    try screen(of: figure, columns: layout.tile.columns, rows: layout.tile.rows, unicode: unicode))
            }
            return layout.assembled(screens)
        }
    }

    private func screen(
        of panel: Panel, columns: Int, rows: Int, unicode: Bool, note: String? = nil
    ) throws(PlotError) -> TextCanvas {
        let chart = TextChart(panel, columns: columns, rows: rows, unicode: unicode, note: note)
        // gnuplot's characters have no shades and no filled boxes.
        let isForGnuplot = program != nil && TextCommands.canDraw(panel)
        return chart.assembled(around: isForGnuplot ? try drawing(for: chart) : CharacterPlot.drawing(for: chart))
    }

    /// Saves the figure as `.png`, `.svg`, `.pdf`, `.tex`, `.gp` or `.txt`, whole or not at all.
    ///
    /// - Throws: `PlotError`, also where there is no gnuplot (`.gp` and `.txt` need none).
    public func save(_ figure: Figure, to path: String) throws {
        let format = try FileFormat(path: path)
        switch format {
        case .gp: try saveScript(of: figure, to: path)
        case .txt:
            let text = try text(figure, columns: 80, rows: 24, color: false, unicode: true)
            try write(Array(text.utf8), to: path)
        case .tex: try write(TexPicture(picture(of: figure, as: format)).bytes, to: path)
        case .png, .svg, .pdf: try write(picture(of: figure, as: format), to: path)
        }
    }

    /// The figure as gnuplot's commands, which need no gnuplot to be written.
    public func script(of figure: Figure) -> String { GnuplotScript(figure: figure).text }

    /// Saves the figure's script, under any name.
    ///
    /// - Throws: `PlotError` where the file can't be written.
    public func saveScript(of figure: Figure, to path: String) throws {
        try write(Array(script(of: figure).utf8), to: path)
    }

    /// The figure as what a terminal shows among its lines.
    ///
    /// - Throws: `PlotError`, also where there is no gnuplot or it can't draw such pictures.
    public func inline(
        _ figure: Figure, as image: InlineImage, columns: Int, rows: Int, cell: (width: Int, height: Int)
    ) throws -> String {
        let screen = ScreenPicture(figure, as: image, columns: columns, rows: rows, cell: cell)
        let picture = try picture(of: figure) { terminals, canvas throws(PlotError) in
            guard let terminal = screen.terminal(among: terminals, canvas: canvas) else {
                throw .refused("it was built without the pictures that \(image.rawValue) wants")
            }
            return terminal
        }
        return image.escape(picture, columns: screen.columns)
    }

    /// Draws the figure in a window, the same one each time.
    ///
    /// - Throws: `PlotError`, also where there is no gnuplot or it has no windows here.
    public func show(_ figure: Figure) throws {
        // A window that can't be opened is not always told: gnuplot then waits for it without end.
        _ = try drawn(figure, seconds: Window.seconds) { terminals, _ throws(PlotError) in
            guard let terminal = Window.terminal(among: terminals) else {
                throw .refused("it was built without windows")
            }
            return terminal
        }
    }

    /// The bytes of a file's picture.
    private func picture(of figure: Figure, as format: FileFormat) throws(PlotError) -> [UInt8] {
        try picture(of: figure, form: format == .tex ? .tex : .plain) { terminals, canvas throws(PlotError) in
            guard let terminal = format.terminal(among: terminals, canvas: canvas) else {
                throw .refused("it was built without .\(format.rawValue) files")
            }
            return terminal
        }
    }

    /// The bytes of a picture that gnuplot draws.
    private func picture(
        of figure: Figure, form: TextForm = .plain, terminal: (Set<String>, Canvas) throws(PlotError) -> String
    ) throws(PlotError) -> [UInt8] {
        let picture = try drawn(figure, form: form, terminal: terminal)
        if picture.isEmpty { throw .refused("it drew nothing") }
        return picture
    }

    /// Draws the figure with the terminal that is chosen among gnuplot's, and gives what it wrote.
    private func drawn(
        _ figure: Figure, form: TextForm = .plain, seconds: Int? = nil,
        terminal: (Set<String>, Canvas) throws(PlotError) -> String
    ) throws(PlotError) -> [UInt8] {
        if program == nil { throw .notInstalled }
        try ensureRunning()
        let terminal = try terminal(terminals, Canvas(of: figure))
        let blocks = DataBlocks()
        let commands = FileCommands(figure: figure, terminal: terminal, blocks: blocks, form: form)
        // The numbers have to be there until they are read.
        return try withExtendedLifetime(blocks) { () throws(PlotError) in
            let lines = commands.lines
            return try seconds == nil ? run(lines) : runOnce(lines, seconds: seconds)
        }.output
    }

    private func write(_ bytes: [UInt8], to path: String) throws(PlotError) {
        do throws(FileFailure) {
            try ReplacedFile.write(bytes, to: path)
        } catch {
            throw .notWritten(error.path, reason: error.reason)
        }
    }

    /// Ends gnuplot, if it runs. A later figure starts it again.
    public func close() {
        process = nil
    }

    /// Whether gnuplot can be started and has this terminal.
    func hasTerminal(_ name: String) -> Bool {
        do throws(PlotError) { try ensureRunning() } catch { return false }
        return terminals.contains(name)
    }

    /// The running gnuplot's process id.
    var processID: pid_t? { process?.id }

    private func drawing(for chart: TextChart) throws(PlotError) -> TextCanvas {
        let columns = chart.columns + DumbScreen.spare.columns
        let rows = chart.drawingRows + DumbScreen.spare.rows
        let blocks = DataBlocks()
        let commands = TextCommands(
            panel: chart.panel, columns: columns, rows: rows, unicode: chart.unicode, data: blocks)
        // The numbers have to be there until they are read.
        let answer = try withExtendedLifetime(blocks) { () throws(PlotError) in try run(commands.lines) }
        guard let screen = DumbScreen(String(decoding: answer.output, as: UTF8.self), columns: columns) else {
            throw .refused("its answer is not a picture in characters")
        }
        return screen.drawing(of: chart.panel, glyphs: chart.glyphs)
    }

    /// Runs commands; once more, in a new process, if gnuplot dies under them.
    private func run(_ commands: [String]) throws(PlotError) -> GnuplotProcess.Answer {
        do throws(PlotError) {
            return try runOnce(commands)
        } catch .ended {
            return try runOnce(commands)
        }
    }

    private func runOnce(_ commands: [String], seconds: Int? = nil) throws(PlotError) -> GnuplotProcess.Answer {
        try ensureRunning()
        return try send(commands, seconds: seconds)
    }

    private func ensureRunning() throws(PlotError) {
        if process != nil { return }
        guard let program else { throw .notInstalled }
        process = try GnuplotProcess(program: program)
        let answer = try send(["print GPVAL_TERMINALS"])
        terminals = Set(answer.messages.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    private func send(_ commands: [String], seconds: Int? = nil) throws(PlotError) -> GnuplotProcess.Answer {
        // gnuplot takes about 20 s to read a million lines.
        let seconds = (seconds ?? secondsAllowed) + commands.count / 10_000
        do throws(PlotError) {
            guard let answer = try process?.run(commands, seconds: seconds, isInterrupted: isInterrupted) else {
                throw PlotError.ended("")
            }
            return answer
        } catch .refused(let text) {
            throw .refused(text)
        } catch {
            process?.giveUp()
            close()
            throw error
        }
    }
}
