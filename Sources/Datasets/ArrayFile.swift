internal import Tensors

/// The contents of a `.npy` file: one array.
enum ArrayFile {
    static func tensor(_ bytes: [UInt8]) throws(Malformed) -> Tensor {
        let header = try ArrayHeader(bytes)
        let (wanted, overflows) = header.shape.count.multipliedReportingOverflow(by: header.kind.size)
        let found = bytes.count - header.length
        guard !overflows, wanted == found else {
            throw Malformed(
                "an array of shape \(header.shape) takes \(overflows ? Int.max : wanted) bytes, and \(found) are there")
        }
        let tensor = Tensor(uninitialized: TensorType(header.shape, header.kind.element))
        let exact = bytes.withUnsafeBytes { all in
            ArrayElements(header: header, bytes: UnsafeRawBufferPointer(rebasing: all[header.length...]))
                .write(into: tensor.view)
        }
        guard exact else { throw Malformed("a whole number in it is beyond 2^53, which float64 does not hold exactly") }
        return tensor
    }

    static func bytes(_ tensor: Tensor) -> [UInt8] {
        let kind: ArrayHeader.Kind =
            switch tensor.type.element {
            case .float64: .float8
            case .float32: .float4
            case .truth: .truth
            }
        let sizes = tensor.shape.sizes.map(String.init).joined(separator: ", ") + (tensor.shape.rank == 1 ? "," : "")
        let order = kind == .truth ? "|" : 1.littleEndian == 1 ? "<" : ">"
        var text = "{'descr': '\(order)\(kind.rawValue)', 'fortran_order': False, 'shape': (\(sizes)), }"
        // So that the elements are aligned where the file is mapped into memory.
        text += String(repeating: " ", count: 63 - (text.utf8.count + 10) % 64) + "\n"
        var bytes = ArrayHeader.magic + [1, 0, UInt8(text.utf8.count & 0xFF), UInt8(text.utf8.count >> 8 & 0xFF)]
        bytes.reserveCapacity(bytes.count + text.utf8.count + tensor.type.byteCount)
        bytes += text.utf8
        bytes += UnsafeRawBufferPointer(start: tensor.view.base, count: tensor.type.byteCount)
        return bytes
    }
}

/// The elements of an array, as they lie in a file.
private struct ArrayElements {
    let header: ArrayHeader
    let bytes: UnsafeRawBufferPointer

    /// Writes them in row-major order; false where one can't be held exactly.
    func write(into view: TensorView) -> Bool {
        switch header.kind {
        case .float8: return fill(view, UInt64.self) { Double(bitPattern: $0) }
        case .float4: return fill(view, UInt32.self) { Float(bitPattern: $0) }
        case .truth: return fill(view, UInt8.self) { $0 != 0 }
        case .int1: return fill(view, UInt8.self) { Double(Int8(bitPattern: $0)) }
        case .int2: return fill(view, UInt16.self) { Double(Int16(bitPattern: $0)) }
        case .int4: return fill(view, UInt32.self) { Double(Int32(bitPattern: $0)) }
        case .int8: return fill(view, UInt64.self) { Double(exactly: Int64(bitPattern: $0)) }
        case .unsigned1: return fill(view, UInt8.self) { Double($0) }
        case .unsigned2: return fill(view, UInt16.self) { Double($0) }
        case .unsigned4: return fill(view, UInt32.self) { Double($0) }
        case .unsigned8: return fill(view, UInt64.self) { Double(exactly: $0) }
        }
    }

    private func fill<Bits: FixedWidthInteger, Element>(
        _ view: TensorView, _ bits: Bits.Type, _ element: (Bits) -> Element?
    ) -> Bool {
        let target = view.elements(as: Element.self)
        let sizes = header.shape.sizes
        // How far apart neighbours along each axis lie in the file.
        var strides = header.shape.strides
        if header.isFortranOrder { strides = Shape(sizes.reversed()).strides.reversed() }
        var index = [Int](repeating: 0, count: sizes.count)
        var offset = 0
        for position in 0..<view.count {
            let raw = bytes.loadUnaligned(fromByteOffset: offset * MemoryLayout<Bits>.size, as: Bits.self)
            guard let value = element(header.isBigEndian ? Bits(bigEndian: raw) : Bits(littleEndian: raw)) else {
                return false
            }
            target.initializeElement(at: position, to: value)
            guard header.isFortranOrder else {
                offset += 1
                continue
            }
            for axis in sizes.indices.reversed() {
                index[axis] += 1
                offset += strides[axis]
                if index[axis] < sizes[axis] { break }
                offset -= index[axis] * strides[axis]
                index[axis] = 0
            }
        }
        return true
    }
}
