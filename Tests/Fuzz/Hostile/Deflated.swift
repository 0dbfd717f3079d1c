/// Deflated data made by hand (RFC 1951, fixed codes): small, and huge when it is unpacked.
struct Deflated {
    private(set) var bytes: [UInt8] = []
    private(set) var size = 0
    private var checksum = Checksum()
    private var bit = 0

    /// The checksum of what it unpacks to.
    var sum: Int { checksum.value }

    init() {
        put(1, 1)
        put(1, 2)
    }

    mutating func add(_ text: String) {
        for byte in text.utf8 { add(byte) }
    }

    private mutating func add(_ byte: UInt8) {
        if byte < 144 { putCode(0x30 + Int(byte), 8) } else { putCode(0x190 + Int(byte) - 144, 9) }
        checksum.add(byte)
        size += 1
    }

    /// The letter, and so many times 258 more of it: 13 bits each.
    mutating func add(_ letter: UInt8, runs: Int) {
        add(letter)
        for _ in 0..<runs {
            putCode(0xC5, 8)
            putCode(0, 5)
        }
        for _ in 0..<runs * 258 { checksum.add(letter) }
        size += runs * 258
    }

    mutating func end() { putCode(0, 7) }

    /// Codes stand with their highest bit first, all else with the lowest.
    private mutating func putCode(_ code: Int, _ length: Int) {
        for place in (0..<length).reversed() { put(code >> place & 1, 1) }
    }

    private mutating func put(_ value: Int, _ length: Int) {
        for place in 0..<length {
            if bit == 0 { bytes.append(0) }
            bytes[bytes.count - 1] |= UInt8(value >> place & 1) << UInt8(bit)
            bit = (bit + 1) % 8
        }
    }
}

/// CRC-32 as zip has it.
struct Checksum {
    private var sum: UInt32 = 0xFFFF_FFFF

    var value: Int { Int(~sum) }

    mutating func add(_ byte: UInt8) { sum = Self.table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }

    private static let table: [UInt32] = (0..<256).map { start in
        (0..<8).reduce(UInt32(start)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }
}
