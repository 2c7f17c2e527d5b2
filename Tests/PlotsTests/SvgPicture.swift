/// What can be read in an SVG that gnuplot drew.
struct SvgPicture {
    /// Titles, labels, names of ticks, legend entries, in the order they are drawn.
    let texts: [String]
    /// The names of what is plotted, empty for what the legend has no entry for.
    let plots: [String]
    let text: String

    init(_ bytes: [UInt8]) {
        text = String(decoding: bytes, as: UTF8.self)
        texts = text.matches(of: /<text>([^<]*)<\/text>|<tspan[^>]*>([^<]*)<\/tspan>/).map {
            SvgPicture.plain(String($0.output.1 ?? $0.output.2 ?? ""))
        }
        plots = text.matches(of: /<g id="gnuplot_plot_\w+"\s*><title>([^<]*)<\/title>/).map {
            SvgPicture.plain(String($0.output.1)).replacing(/^gnuplot_plot_\w+$/, with: "")
        }
    }

    /// The texts that are no numbers: ticks depend on the size of the picture.
    var names: [String] { texts.filter { Double($0) == nil } }

    private static func plain(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacing($1.0, with: $1.1)
        }
    }
}
