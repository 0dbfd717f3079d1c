/// Numbers by numbers, with open addressing: a dictionary whose keys need no hashing worth the name.
struct NumberTable: Sendable {
    /// Key and value; a value of 0 is an empty slot.
    private var slots = [(key: UInt64, value: Int32)](repeating: (0, 0), count: 64)
    private var count = 0

    subscript(_ key: UInt64) -> Int? {
        get {
            let slot = slot(of: key)
            return slots[slot].value == 0 ? nil : Int(slots[slot].value)
        }
        set {
            guard let newValue else { return }
            let slot = slot(of: key)
            if slots[slot].value == 0 { count += 1 }
            slots[slot] = (key, Int32(newValue))
            if count * 3 > slots.count { grow() }
        }
    }

    private func slot(of key: UInt64) -> Int {
        // Fibonacci hashing: the highest bits of the product are the best mixed.
        var slot = Int(truncatingIfNeeded: key &* 0x9E37_79B9_7F4A_7C15 >> 32) & (slots.count - 1)
        while slots[slot].value != 0, slots[slot].key != key { slot = (slot + 1) & (slots.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = slots
        slots = [(key: UInt64, value: Int32)](repeating: (0, 0), count: old.count * 4)
        for entry in old where entry.value != 0 { slots[slot(of: entry.key)] = entry }
    }
}
