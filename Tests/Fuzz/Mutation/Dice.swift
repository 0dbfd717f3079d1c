/// Random decisions that a failing run can repeat from their seed (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// The decisions of one case of a run: they do not depend on the cases before it.
    init(seed: UInt64, target: String, index: Int) {
        let name = target.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        var mixer = Dice(seed: seed ^ name)
        state = mixer.next() &+ UInt64(truncatingIfNeeded: index) &* 0xD1B5_4A32_D192_ED03
        _ = next()
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    /// True once in so many times.
    mutating func chance(oneIn count: Int) -> Bool { number(1...max(count, 1)) == 1 }

    mutating func pick<Element>(_ list: [Element]) -> Element? { list.randomElement(using: &self) }

    /// An index of a list with that many elements, nil if it has none.
    mutating func index(_ count: Int) -> Int? { count > 0 ? number(0...count - 1) : nil }

    /// A piece of a list with that many elements, mostly a short one.
    mutating func piece(of count: Int, longest: Int = 64) -> Range<Int>? {
        guard let start = index(count) else { return nil }
        let most = chance(oneIn: 8) ? count - start : min(longest, count - start)
        return start..<start + number(1...max(most, 1))
    }

    /// How many mutations a case gets: mostly few, so that most of the original stays meaningful.
    mutating func rounds() -> Int { chance(oneIn: 6) ? number(5...40) : number(1...4) }
}
