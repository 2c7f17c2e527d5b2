import Datasets
import TemporaryFolders
import Testing

@testable import Formulas

/// The examples that help shows are run.
struct BuiltInsTests {
    struct Example: CustomTestStringConvertible {
        let name: String
        let formula: String
        let output: String
        var testDescription: String { name }
    }

    static let examples: [Example] =
        BuiltInTable.standard.functions.map { Example(name: $0.name, formula: $0.example.0, output: $0.example.1) }
        + BuiltInTable.standard.forms.map { Example(name: $0.name, formula: $0.example.0, output: $0.example.1) }

    @Test(arguments: examples)
    func `every built-in's example gives what it says`(_ example: Example) throws {
        // Examples that read and write files do so in a folder that holds one data set, as a lesson's do.
        let folder = try TemporaryFolder()
        try folder.write("{\"images\": [[[1]], [[0]]]}", to: "glyphs.json")
        let surroundings = Surroundings(
            files: FileAccess(output: folder.path, mayReplace: true), datasets: DatasetFolders([folder.path]))
        let source = Source(name: example.name, text: example.formula, folder: folder.path)
        let cells = try Session(surroundings: surroundings).run(source)
        for cell in cells { #expect(cell.isGood, "\(cell.diagnostic?.message ?? cell.claims.map(\.summary).joined())") }
        let shown = cells.flatMap { cell in
            cell.lines + (cell.showsValue ? [cell.value?.inlineText].compactMap { $0 } : [])
        }
        #expect(shown.joined(separator: "\n") == example.output)
    }

    @Test func `every name the language promises is there`() {
        let promised = """
            zeros ones full eye linspace logspace one_hot randn uniform bernoulli choice permutation seed exp log sin cos tan
            tanh sqrt abs sign floor min max clip sigmoid relu softplus gelu erf sum mean prod argmax argmin var std norm
            logsumexp all any shape size reshape transpose concat stack split flatten unflatten squeeze cumsum sort argsort
            top_k gather where dot outer solve inverse det logdet trace cholesky eigenvalues eigenvectors svd diag softmax
            log_softmax cross_entropy binary_cross_entropy mse squared_distance cosine conv2d max_pool batch_norm lstm_cell
            grad hessian jacobian jvp vjp diff taylor stop vary hvp map leaves vec unvec zip fold print show read write load single list matrix
            plot scatter bars histogram heatmap contour arrows path image images surface grid compare landscape σ Σ ∏ π I O
            """
        let names = Set(BuiltInTable.standard.names)
        for name in promised.split(whereSeparator: \.isWhitespace) { #expect(names.contains(String(name)), "\(name)") }
    }

    @Test func `every parameter says what it takes`() {
        for function in BuiltInTable.standard.functions {
            for parameter in function.parameters {
                #expect(!parameter.shape.isEmpty, "\(parameter.name) of \(function.name)")
            }
        }
    }

    @Test func `absurd sizes are a diagnostic in a reshape too`() throws {
        let source = Source(name: "test", text: "reshape([1, 2], 10000000000, 10000000000, -1)")
        let error = try #require(try Session().run(source)[0].diagnostic)
        #expect(error.message.contains("can't be shared out"))
    }
}
