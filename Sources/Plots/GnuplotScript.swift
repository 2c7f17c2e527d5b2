internal import Figures

/// A figure as a file of gnuplot's commands, to be carried on by hand.
///
/// It has all the numbers and sets neither terminal nor output, which are chosen where it is drawn.
struct GnuplotScript {
    let figure: Figure

    private static let head = """
        # A figure for gnuplot. On the screen: gnuplot -persist FILE
        # Into a picture: gnuplot -e "set terminal pngcairo size 1200,800; set output 'figure.png'" FILE
        # Its numbers are the blocks between << EOD and EOD.
        set encoding utf8

        """

    var text: String {
        let commands = FileCommands(figure: figure, terminal: "", blocks: DataBlocks(isWhole: true))
        return GnuplotScript.head + commands.drawing(Canvas(of: figure)).map { $0 + "\n" }.joined()
    }
}
