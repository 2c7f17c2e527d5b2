import Glibc
import Testing
import VectorMath

/// A unary kernel in both precisions, and the C library's double function it is measured by.
struct UnaryKernel: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let double: @Sendable (UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void
    let single: @Sendable (UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int) -> Void
    /// Units in the last place that a result may be off.
    var bound = 1.0
    let reference: @Sendable (Double) -> Double

    func callAsFunction(_ x: [Double]) -> [Double] {
        var y = [Double](repeating: 0, count: x.count)
        double(x, &y, x.count)
        return y
    }

    func callAsFunction(_ x: [Float]) -> [Float] {
        var y = [Float](repeating: 0, count: x.count)
        single(x, &y, x.count)
        return y
    }

    static let all = [exp, sigmoid, expm1, log, log1p, sin, cos, tan, tanh, erf, sqrt]

    static let exp = Self(
        testDescription: "exp", double: vector_math_exp_f64, single: vector_math_exp_f32
    ) { Glibc.exp($0) }
    static let sigmoid = Self(
        testDescription: "sigmoid", double: vector_math_sigmoid_f64, single: vector_math_sigmoid_f32, bound: 2.4
    ) { $0 < 0 ? Glibc.exp($0) / (1 + Glibc.exp($0)) : 1 / (1 + Glibc.exp(-$0)) }
    static let expm1 = Self(
        testDescription: "expm1", double: vector_math_expm1_f64, single: vector_math_expm1_f32
    ) { Glibc.expm1($0) }
    static let log = Self(
        testDescription: "log", double: vector_math_log_f64, single: vector_math_log_f32
    ) { Glibc.log($0) }
    static let log1p = Self(
        testDescription: "log1p", double: vector_math_log1p_f64, single: vector_math_log1p_f32
    ) { Glibc.log1p($0) }
    static let sin = Self(
        testDescription: "sin", double: vector_math_sin_f64, single: vector_math_sin_f32
    ) { Glibc.sin($0) }
    static let cos = Self(
        testDescription: "cos", double: vector_math_cos_f64, single: vector_math_cos_f32
    ) { Glibc.cos($0) }
    static let tan = Self(
        testDescription: "tan", double: vector_math_tan_f64, single: vector_math_tan_f32
    ) { Glibc.tan($0) }
    static let tanh = Self(
        testDescription: "tanh", double: vector_math_tanh_f64, single: vector_math_tanh_f32, bound: 1.1
    ) { Glibc.tanh($0) }
    static let erf = Self(
        testDescription: "erf", double: vector_math_erf_f64, single: vector_math_erf_f32
    ) { Glibc.erf($0) }
    static let sqrt = Self(
        testDescription: "sqrt", double: vector_math_sqrt_f64, single: vector_math_sqrt_f32
    ) { Glibc.sqrt($0) }
}

/// A binary kernel in both precisions, and the C library's double function it is measured by.
struct BinaryKernel: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let double: @Sendable (UnsafePointer<Double>?, UnsafePointer<Double>?, UnsafeMutablePointer<Double>?, Int) -> Void
    let single: @Sendable (UnsafePointer<Float>?, UnsafePointer<Float>?, UnsafeMutablePointer<Float>?, Int) -> Void
    let reference: @Sendable (Double, Double) -> Double

    func callAsFunction(_ a: [Double], _ b: [Double]) -> [Double] {
        var y = [Double](repeating: 0, count: a.count)
        double(a, b, &y, a.count)
        return y
    }

    func callAsFunction(_ a: [Float], _ b: [Float]) -> [Float] {
        var y = [Float](repeating: 0, count: a.count)
        single(a, b, &y, a.count)
        return y
    }

    static let all = [pow, atan2]

    static let pow = Self(
        testDescription: "pow", double: vector_math_pow_f64, single: vector_math_pow_f32
    ) { Glibc.pow($0, $1) }
    static let atan2 = Self(
        testDescription: "atan2", double: vector_math_atan2_f64, single: vector_math_atan2_f32
    ) { Glibc.atan2($0, $1) }
}
