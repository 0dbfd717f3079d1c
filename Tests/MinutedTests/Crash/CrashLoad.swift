import Foundation
import TestSupport

/// The files that are dropped while the daemon is killed again and again, and what must become of each.
struct CrashLoad {
    struct Dropped {
        var name: String
        var bytes: Data
        var fate: Fate
    }

    enum Fate: String, CaseIterable {
        /// Goes to health, police and the school.
        case complete
        /// Nobody from education: goes to health and police, and a person is alerted.
        case gap
        case held
        case rejected
        /// The bytes of an earlier file once more.
        case again
    }

    private(set) var dropped: [Dropped] = []

    /// The next file; every one but those of `again` has other bytes.
    mutating func next(using numbers: inout SeededNumbers) -> Dropped {
        let number = dropped.count + 1
        let file = file(number, using: &numbers)
        dropped.append(file)
        return file
    }

    private func file(_ number: Int, using numbers: inout SeededNumbers) -> Dropped {
        let earlier = dropped.filter { $0.fate == .complete }
        switch number % 12 {
        case 4: return minutes(number, .withoutEducation, .gap)
        case 7:
            var file = MinutesFile()
            file.isDraft = true
            return minutes(number, file, .held)
        case 9:
            let text = "Invoice \(number) for the hire of a room. Please pay within thirty days.\n"
            return Dropped(name: "Invoice \(number).txt", bytes: Data(text.utf8), fate: .rejected)
        case 11:
            guard let copied = earlier.randomElement(using: &numbers) else { fallthrough }
            return Dropped(name: "Copy \(number).docx", bytes: copied.bytes, fate: .again)
        default: return minutes(number, MinutesFile(), .complete)
        }
    }

    private func minutes(_ number: Int, _ file: MinutesFile, _ fate: Fate) -> Dropped {
        var file = file
        file.reference = "\(700_000 + number)"
        return Dropped(name: "Minutes \(number).docx", bytes: file.bytes, fate: fate)
    }
}
