import Crypto
import Distribution
import Foundation
import Minutes
import Pipeline
import Reading

/// One file that `minuted check` looks at, with the council's rules and directory.
struct Subject {
    private let data: Data
    private let name: String
    private let sha256: String
    private let rules: Rules
    private let directory: PartnerDirectory

    init(_ data: Data, file: String, rules: Rules, directory: PartnerDirectory) {
        self.data = data
        name = URL(fileURLWithPath: file).lastPathComponent
        sha256 = SHA256.hash(data: data).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        self.rules = rules
        self.directory = directory
    }

    func report(by reading: DocumentReading) async -> CheckReport {
        switch await reading.read(data, rules: rules) {
        case .success(let interpretation): report(of: interpretation)
        case .failure(let error): rejection(error.sentence)
        }
    }

    /// The same, and the explanation unless the file could not be read at all.
    func explained(by reading: DocumentReading) async -> (CheckReport, ExplainReport?) {
        switch await reading.explain(data, rules: rules) {
        case .success(let explanation):
            let report = report(of: explanation.interpretation)
            return (report, ExplainReport(report: report, explanation: explanation, rules: rules))
        case .failure(let error):
            return (rejection(error.sentence), nil)
        }
    }

    private func report(of interpretation: Interpretation) -> CheckReport {
        switch interpretation {
        case .minutes(let record):
            CheckReport(file: name, sha256: sha256, record: record, rules: rules, directory: directory)
        case .notMinutes(let reason): rejection(reason)
        }
    }

    private func rejection(_ reason: String) -> CheckReport {
        CheckReport(file: name, sha256: sha256, rejected: reason, rules: rules)
    }
}
