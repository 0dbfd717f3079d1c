/// What is to become of a file (design section 3).
package enum Disposition: String, Codable, CaseIterable, Sendable {
    case distribute
    /// A person must look first.
    case hold
    /// Not readable as minutes.
    case reject
}
