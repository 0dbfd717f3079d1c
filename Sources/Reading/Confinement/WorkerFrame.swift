import Foundation

/// How the daemon and a reading worker talk: one question on standard input, one answer on standard output.
///
/// The question is the length of the request as four bytes, the highest first, the request as JSON, and then the
/// document to the end of the input. The answer is one JSON object.
enum WorkerFrame {
    static func header(requestLength: Int) -> [UInt8] {
        let length = UInt32(clamping: requestLength)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
    }

    /// The request and the document, nil if the input was cut off.
    static func split(_ input: [UInt8]) -> (request: ArraySlice<UInt8>, document: ArraySlice<UInt8>)? {
        guard input.count >= 4 else { return nil }
        let length = input[..<4].reduce(0) { $0 << 8 | Int($1) }
        guard input.count - 4 >= length else { return nil }
        return (input[4..<4 + length], input[(4 + length)...])
    }
}

/// What a worker answers: what it made of the document, or why it could not.
enum WorkerAnswer<Value> {
    case value(Value)
    case failure(ReadingError)
}

private enum WorkerAnswerKey: String, CodingKey {
    case value
    case failure
}

extension WorkerAnswer: Encodable where Value: Encodable {
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: WorkerAnswerKey.self)
        switch self {
        case .value(let value): try container.encode(value, forKey: .value)
        case .failure(let error): try container.encode(error, forKey: .failure)
        }
    }
}

extension WorkerAnswer: Decodable where Value: Decodable {
    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: WorkerAnswerKey.self)
        if let error = try container.decodeIfPresent(ReadingError.self, forKey: .failure) {
            self = .failure(error)
        } else {
            self = .value(try container.decode(Value.self, forKey: .value))
        }
    }
}
