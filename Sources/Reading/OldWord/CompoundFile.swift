/// The directory of a container of older Office programs ([MS-CFB]), and the beginnings of its streams.
///
/// Total: chains that run in circles, point outside the file or contradict its header end in nil.
struct CompoundFile {
    struct Entry {
        var name: String
        var kind: Kind
        fileprivate var left: Int
        fileprivate var right: Int
        fileprivate var child: Int
        fileprivate var start: Int
        fileprivate var size: Int
    }

    enum Kind: UInt8 {
        case storage = 1
        case stream = 2
        case root = 5
    }

    /// All that is there, at any depth, without empty places.
    var entries: [Entry] { places.compactMap(\.self) }

    private let bytes: [UInt8]
    private let sectorShift: Int
    private let table: [Int]
    private let places: [Entry?]
    /// Streams below this size lie in a stream of small sectors.
    private let smallest: Int

    private static let endOfChain = 0xFFFF_FFFE
    private static let mostEntries = 20_000

    static func isOne(_ bytes: some Collection<UInt8>) -> Bool {
        bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1])
    }

    init?(_ bytes: [UInt8]) {
        guard bytes.count >= 512, Self.isOne(bytes) else { return nil }
        sectorShift = Int(bytes[30])
        guard sectorShift == 9 || sectorShift == 12 else { return nil }
        self.bytes = bytes
        smallest = bytes.number(at: 56)
        guard let table = Self.table(bytes, shift: sectorShift) else { return nil }
        self.table = table
        guard let chain = Self.chain(from: bytes.number(at: 48), table, limit: 2_500),
            let places = Self.directory(chain, in: bytes, shift: sectorShift)
        else { return nil }
        self.places = places
    }

    /// What lies directly in the root.
    var top: [Entry] {
        guard let root = places.first ?? nil, root.kind == .root else { return [] }
        var found: [Entry] = []
        var waiting = [root.child]
        var seen: Set<Int> = []
        while let index = waiting.popLast() {
            guard places.indices.contains(index), seen.insert(index).inserted, let entry = places[index]
            else {
                continue
            }
            found.append(entry)
            waiting += [entry.left, entry.right]
        }
        return found
    }

    /// The first sector of a stream that is not among the small ones.
    func beginning(of entry: Entry) -> ArraySlice<UInt8>? {
        guard entry.kind == .stream, entry.size >= smallest else { return nil }
        return Self.sector(entry.start, of: bytes, shift: sectorShift)
    }

    // MARK: Sectors

    private static func sector(_ number: Int, of bytes: [UInt8], shift: Int) -> ArraySlice<UInt8>? {
        let start = (number + 1) << shift
        guard number >= 0, number < bytes.count, start < bytes.count else { return nil }
        return bytes[start..<min(start + 1 << shift, bytes.count)]
    }

    /// Which sector follows each, out of the sectors that the header and those behind it list.
    private static func table(_ bytes: [UInt8], shift: Int) -> [Int]? {
        var listed = (0..<109).map { bytes.number(at: 76 + 4 * $0) }
        var next = bytes.number(at: 68)
        let most = bytes.count >> shift
        var steps = 0
        while next < endOfChain {
            guard let sector = sector(next, of: bytes, shift: shift), sector.count == 1 << shift,
                steps <= most
            else { return nil }
            let numbers = sector.numbers
            listed += numbers.dropLast()
            next = numbers.last ?? endOfChain
            steps += 1
        }
        var table: [Int] = []
        for number in listed where number < endOfChain {
            guard let sector = sector(number, of: bytes, shift: shift), table.count <= bytes.count else {
                return nil
            }
            table += sector.numbers
        }
        return table
    }

    private static func chain(from start: Int, _ table: [Int], limit: Int) -> [Int]? {
        var chain: [Int] = []
        var number = start
        while number < endOfChain {
            guard table.indices.contains(number), chain.count < limit else { return nil }
            chain.append(number)
            number = table[number]
        }
        return chain
    }

    private static func directory(_ chain: [Int], in bytes: [UInt8], shift: Int) -> [Entry?]? {
        var places: [Entry?] = []
        for number in chain {
            guard let sector = sector(number, of: bytes, shift: shift) else { return nil }
            for start in stride(from: sector.startIndex, through: sector.endIndex - 128, by: 128) {
                places.append(entry(Array(sector[start..<start + 128])))
                if places.count > mostEntries { return nil }
            }
        }
        return places
    }

    private static func entry(_ record: [UInt8]) -> Entry? {
        guard let kind = Kind(rawValue: record[66]) else { return nil }
        let length = min(32, max(0, (Int(record[64]) | Int(record[65]) << 8) / 2 - 1))
        let name = (0..<length).map { UInt16(record[2 * $0]) | UInt16(record[2 * $0 + 1]) << 8 }
        return Entry(
            name: String(decoding: name, as: UTF16.self),
            kind: kind,
            left: record.number(at: 68),
            right: record.number(at: 72),
            child: record.number(at: 76),
            start: record.number(at: 116),
            size: record.number(at: 120)
        )
    }
}

extension [UInt8] {
    /// Four bytes, the lowest first; the caller knows that they are there.
    fileprivate func number(at index: Int) -> Int {
        Int(self[index]) | Int(self[index + 1]) << 8 | Int(self[index + 2]) << 16 | Int(self[index + 3]) << 24
    }
}

extension ArraySlice<UInt8> {
    fileprivate var numbers: [Int] {
        stride(from: startIndex, through: endIndex - 4, by: 4).map { index in
            Int(self[index]) | Int(self[index + 1]) << 8 | Int(self[index + 2]) << 16 | Int(self[index + 3])
                << 24
        }
    }
}
