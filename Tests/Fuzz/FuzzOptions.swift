import Foundation

/// The command line, which is for developers only.
struct FuzzOptions {
    var command = ""
    var target: FuzzTarget?
    var seed: UInt64 = 1
    var seconds: Double?
    /// Inputs of each target.
    var most: Int?
    var cases = 0..<0
    var root = URL(filePath: FileManager.default.currentDirectoryPath)
    var limits = CaseLimits(seconds: FuzzOptions.defaultLimit)
    var files: [String] = []
    /// Where failing inputs go, or hostile files instead of being tried.
    var folder: URL?

    /// A build without optimisation is about ten times slower.
    private static var defaultLimit: Double {
        #if DEBUG
            10
        #else
            2
        #endif
    }

    static let usage = """
        fuzz run [--target NAME] [--minutes N] [--inputs N] [--seed N] [--limit SECONDS] [--root FOLDER]
                [--to-folder FOLDER]
            Tries mutated samples until the time or the inputs of each target are over, or until it is stopped;
            failing inputs go to the folder, or else to .build/fuzz.
        fuzz replay [--target NAME [FILE…]]
            Tries the corpus in Tests/Corpus/fuzz again, or the given files.
        fuzz scale [--target NAME] [--limit SECONDS]
            Doubles the size of many shapes of input and reports what takes more than in proportion.
        fuzz hostile [--to-folder FOLDER] [NAME…]
            Has files read that are made to hurt, and reports what they cost; or only writes them.
        Targets: \(FuzzTarget.allCases.map(\.rawValue).joined(separator: ", "))
        """

    /// Nil for what is not understood.
    init?(_ arguments: [String]) {
        var rest = arguments[...]
        guard let command = rest.popFirst() else { return nil }
        self.command = command
        while let argument = rest.popFirst() {
            guard argument.hasPrefix("--") else {
                files.append(argument)
                continue
            }
            guard let value = rest.popFirst(), set(argument, value) else { return nil }
        }
    }

    private mutating func set(_ name: String, _ value: String) -> Bool {
        switch name {
        case "--target":
            target = FuzzTarget(rawValue: value)
            return target != nil
        case "--seed": return Self.set(&seed, UInt64(value))
        case "--minutes":
            seconds = Double(value).map { $0 * 60 }
            return seconds != nil
        case "--inputs":
            most = Int(value)
            return most != nil
        case "--limit": return Self.set(&limits.seconds, Double(value))
        case "--from": return Self.set(&cases, Int(value).map { $0..<$0 })
        case "--to": return Self.set(&cases, Int(value).map { cases.lowerBound..<max($0, cases.lowerBound) })
        case "--to-folder":
            folder = URL(filePath: value)
            return true
        case "--root":
            root = URL(filePath: value)
            return true
        default: return false
        }
    }

    private static func set<Value>(_ variable: inout Value, _ value: Value?) -> Bool {
        guard let value else { return false }
        variable = value
        return true
    }
}
