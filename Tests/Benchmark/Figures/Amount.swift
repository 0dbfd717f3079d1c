import Foundation

/// Numbers as people read them; pure.
enum Amount {
    static func milliseconds(_ seconds: Double) -> String {
        String(format: seconds < 0.01 ? "%.2f ms" : "%.0f ms", seconds * 1000)
    }

    static func seconds(_ seconds: Double) -> String { String(format: "%.2f s", seconds) }

    static func rate(_ count: Int, in seconds: Double, of what: String) -> String {
        String(format: "%.0f %@/s", Double(count) / max(seconds, 1e-9), what)
    }

    static func ratio(_ value: Double) -> String { String(format: "%.1f times", value) }

    static func megabytes(_ kilobytes: Int) -> String { String(format: "%.1f MB", Double(kilobytes) / 1024) }
}

extension Duration {
    var inSeconds: Double {
        Double(components.seconds) + Double(components.attoseconds) / 1e18
    }
}

/// Repeated measurements of one thing, in seconds; pure.
struct Samples {
    private let sorted: [Double]

    /// Of at least one value.
    init(_ values: [Double]) {
        precondition(!values.isEmpty, "something was measured")
        sorted = values.sorted()
    }

    var median: Double { quantile(0.5) }

    /// The smallest value that at least this share of all is not above (nearest rank).
    func quantile(_ share: Double) -> Double {
        let rank = Int((share * Double(sorted.count)).rounded(.up))
        return sorted[min(max(rank, 1), sorted.count) - 1]
    }
}
