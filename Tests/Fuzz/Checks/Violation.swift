/// A promise that an input made the code break.
struct Violation: Error {
    /// What was promised, and what came instead.
    let sentence: String

    init(_ sentence: String) { self.sentence = sentence }
}
