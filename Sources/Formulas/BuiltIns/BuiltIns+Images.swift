internal import Figures
internal import Programs
internal import Tensors

// Figures of grey pictures.
extension BuiltIns {
    static let images: [BuiltIn] = [
        BuiltIn(
            "image",
            "matrix:[h,w] title?:text", "A matrix as a grey picture, its first row on top; low values are dark.",
            example: ("image([[0, 1], [1, 0]]);", "")
        ) { call throws(Diagnostic) in
            let tiles = try tiles(call.value("matrix"), isBatch: false, call, call.span("matrix"))
            return try figure(of: tiles, columns: nil, labels: [], call)
        },
        BuiltIn(
            "images",
            "tensor:[n,h,w] columns?:whole labels?:list title?:text",
            "Pictures [n, h, w], or a list of matrices, in rows of so many columns, with a label under each.",
            example: ("images(zeros(6, 2, 2), columns: 3, labels: 0..<6);", "")
        ) { call throws(Diagnostic) in
            let value = try call.value("tensor")
            var pictures: [Raster] = []
            if case .list(let items) = value {
                for item in items { pictures += try tiles(item, isBatch: false, call, call.span("tensor")) }
            } else {
                pictures = try tiles(value, isBatch: true, call, call.span("tensor"))
            }
            return try figure(
                of: pictures, columns: try call.wholeNumber("columns"), labels: try call.texts("labels"), call)
        },
    ]

    /// The pictures of a tensor `[h, w]`, or of a batch `[n, h, w]`; an axis of one channel may stand before or after.
    private static func tiles(
        _ value: Value, isBatch: Bool, _ call: Call, _ span: Span
    ) throws(Diagnostic) -> [Raster] {
        let operand = try call.tensor(value, span)
        let rank = isBatch ? 3 : 2
        var sizes = (0..<operand.shape.rank).map { operand.shape[$0] }
        if sizes.count == rank + 1, sizes[rank] == 1 {
            sizes.removeLast()
        } else if sizes.count == rank + 1, sizes[rank - 2] == 1 {
            sizes.remove(at: rank - 2)
        }
        guard sizes.count == rank else {
            let wanted = isBatch ? "images are [n, height, width]" : "an image is a matrix [height, width]"
            throw Diagnostic(
                .evaluation, "\(wanted), found \(value.kindDescription)", at: span,
                help: isBatch && sizes.count == 2
                    ? "image(x) draws one; reshape(x, n, height, width) makes rows images"
                    : !isBatch && sizes.count == 3 ? "images(x) draws several" : nil)
        }
        if !isBatch { sizes.insert(1, at: 0) }
        let numbers = try call.evaluator.known(operand, span).doubles
        let size = sizes[1] * sizes[2]
        var tiles: [Raster] = []
        for index in 0..<sizes[0] {
            tiles.append(
                try call.made { () throws(FigureError) in
                    try Raster(Array(numbers[index * size..<(index + 1) * size]), rows: sizes[1], columns: sizes[2])
                })
        }
        return tiles
    }

    private static func figure(
        of tiles: [Raster], columns: Int?, labels: [String], _ call: Call
    ) throws(Diagnostic) -> Value {
        let title = try call.text("title")
        return try call.figure { () throws(FigureError) in
            let picture = try Picture(tiles, columns: columns, labels: labels)
            return Figure(.panel(try Panel(title: title, y: Axis(isReversed: true), layers: [.picture(picture)])))
        }
    }
}
