import Foundation
import Testing

@testable import Formulas

struct CellJSONTests {
    @Test(arguments: [
        (
            "x = 3",
            #"{"cell": 1, "source": "x = 3", "name": "x", "type": "number", "shape": [], "value": 3, "claims": [], "error": null}"#
        ),
        (
            "1/0",
            #"{"cell": 1, "source": "1/0", "name": null, "type": "number", "shape": [], "value": "inf", "claims": [], "error": null}"#
        ),
        (
            "[0/0, -1/0, 0.1]",
            #"{"cell": 1, "source": "[0/0, -1/0, 0.1]", "name": null, "type": "tensor", "shape": [3], "value": ["nan", "-inf", 0.1], "claims": [], "error": null}"#
        ),
        (
            "r = {W: [[1, 2]], b: true}",
            #"{"cell": 1, "source": "r = {W: [[1, 2]], b: true}", "name": "r", "type": "record", "shape": null, "value": {"W": [[1, 2]], "b": true}, "claims": [], "error": null}"#
        ),
        (
            #""q\"{1}\u{7}\n\\""#,
            #"{"cell": 1, "source": "\"q\\\"{1}\\u{7}\\n\\\\\"", "name": null, "type": "string", "shape": null, "value": "q\"1\u0007\n\\", "claims": [], "error": null}"#
        ),
        (
            "f(x) = x²",
            #"{"cell": 1, "source": "f(x) = x²", "name": "f", "type": "function", "shape": null, "value": null, "claims": [], "error": null}"#
        ),
        (
            "1 < 2",
            #"{"cell": 1, "source": "1 < 2", "name": null, "type": "truth", "shape": [], "value": true, "claims": [], "error": null}"#
        ),
        (
            "list(1, [2])",
            #"{"cell": 1, "source": "list(1, [2])", "name": null, "type": "list", "shape": null, "value": [1, [2]], "claims": [], "error": null}"#
        ),
        (
            "0..2",
            #"{"cell": 1, "source": "0..2", "name": null, "type": "range", "shape": [3], "value": [0, 1, 2], "claims": [], "error": null}"#
        ),
        (
            "zeros(2, 0)",
            #"{"cell": 1, "source": "zeros(2, 0)", "name": null, "type": "tensor", "shape": [2, 0], "value": [[], []], "claims": [], "error": null}"#
        ),
        (
            "I",
            #"{"cell": 1, "source": "I", "name": null, "type": "operator", "shape": null, "value": null, "claims": [], "error": null}"#
        ),
        (
            "claim 1 == 1 + 0.5",
            #"{"cell": 1, "source": "claim 1 == 1 + 0.5", "name": null, "type": null, "shape": null, "value": null, "claims": [{"text": "claim 1 == 1 + 0.5", "holds": false, "error": 0.3333333333333333, "order": null}], "error": null}"#
        ),
        (
            "refute 1 == 2",
            #"{"cell": 1, "source": "refute 1 == 2", "name": null, "type": null, "shape": null, "value": null, "claims": [{"text": "refute 1 == 2", "holds": true, "error": 0.5, "order": null}], "error": null}"#
        ),
        (
            "claim 0/0 == 1",
            #"{"cell": 1, "source": "claim 0/0 == 1", "name": null, "type": null, "shape": null, "value": null, "claims": [{"text": "claim 0/0 == 1", "holds": false, "error": "nan", "order": null}], "error": null}"#
        ),
        (
            "for all x ~ randn(): claim x == x",
            #"{"cell": 1, "source": "for all x ~ randn(): claim x == x", "name": null, "type": null, "shape": null, "value": null, "claims": [{"text": "for all x ~ randn(): claim x == x", "holds": true, "error": 0, "order": null}], "error": null}"#
        ),
        (
            "y = 1 + nonsense",
            #"{"cell": 1, "source": "y = 1 + nonsense", "name": "y", "type": null, "shape": null, "value": null, "claims": [], "error": {"line": 1, "column": 9, "message": "unknown name nonsense; a name is bound with nonsense = …"}}"#
        ),
    ])
    func `a cell is one line of JSON`(_ source: String, _ expected: String) throws {
        let json = try Prompt().cells(source)[0].json
        #expect(json == expected)
        #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.utf8)) }
        #expect(!json.contains("\n"))
    }

    @Test func `an error stands at its innermost expression and its message carries the call chain`() throws {
        let cells = try Prompt().cells("f(x) = x + wieght\nweight = 1\ng(x) = f(x)\n\n  y = g(2)")
        let expected =
            #""error": {"line": 1, "column": 12, "message": "unknown name wieght; did you mean weight?; in f, called at line 3; in g, called at line 5"}}"#
        #expect(cells[3].json.hasSuffix(expected), "\(cells[3].json)")
    }

    @Test func `the measured order of an order claim is given`() throws {
        let json = try Prompt().cells("α = 0.1; claim exp(α) == 1 + α + O(α²)")[1].json
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let claims = try #require(object["claims"] as? [[String: Any]])
        let order = try #require(claims[0]["order"] as? Double)
        #expect(abs(order - 2) < 0.01)
        #expect(claims[0]["error"] is NSNull)
    }

    @Test func `numbers read back as they were`() throws {
        let numbers = try Prompt(seed: 8).numbers("x = randn(50) * 10^(randn(50) * 30); x")
        let special =
            "[0.1, 1/3, 1e300, 5e-324, 2^53, 2^53 + 2, 123456789012345678, 1e15, 1e16, -0.5, 1.7976931348623157e308, -0.0, 2^-1074]"
        let expected = try numbers + Prompt().numbers(special)
        var found: [Double] = []
        for (prompt, text) in [(Prompt(seed: 8), "x = randn(50) * 10^(randn(50) * 30); x"), (Prompt(), special)] {
            let json = try prompt.good(text).json
            // JSONSerialization reads numbers to the last digit but one; the decoder reads them exactly.
            found += try JSONDecoder().decode(CellOfNumbers.self, from: Data(json.utf8)).value
        }
        #expect(found.map(\.bitPattern) == expected.map(\.bitPattern))
    }

    @Test func `every control character is escaped`() throws {
        for scalar in (0..<0x20).map({ UInt32($0) }) + [0x7F, 0x9B] {
            let json = try Prompt().cells("\"a\\u{\(String(scalar, radix: 16))}b\"")[0].json
            let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            let expected = try #require(Unicode.Scalar(scalar))
            #expect(object["value"] as? String == "a\(expected)b")
            #expect(!json.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(scalar)")
        }
    }
}

private struct CellOfNumbers: Decodable {
    let value: [Double]
}
