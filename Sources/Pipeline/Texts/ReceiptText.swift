import Distribution
import Minutes

/// The text of `NAME.receipt.txt`: who gets the minutes, how far that is, and what is missing.
package struct ReceiptText: Equatable, Sendable {
    package let text: String

    package init(_ receipt: Receipt) {
        var page = PlainText()
        page.title("RECEIPT FOR MINUTES")
        page.gap()
        page.addFacts(of: receipt)

        page.heading("What happened")
        page.paragraph(Self.summary(of: receipt))
        page.addReasons(of: receipt)
        page.addDetails(of: receipt)

        page.heading("What to do")
        page.paragraph(Self.advice(for: receipt))
        page.gap()
        page.paragraph(
            "This file is rewritten as the deliveries progress. It was true on \(LondonTime.text(receipt.writtenAt))."
        )
        text = page.text
    }

    private static func summary(of receipt: Receipt) -> String {
        switch receipt.outcome {
        case .accepted where receipt.recipients.isEmpty:
            "The minutes were taken in. Nobody gets them yet: see below what is missing."
        case .accepted: "The minutes were taken in and go to the contacts named below, one message each."
        case .held: "The minutes were taken in and are held: a person must look at them before they are sent."
        case .rejected(let reason): "The file was not taken in. \(reason)"
        }
    }

    private static func advice(for receipt: Receipt) -> String {
        let failed = receipt.recipients.contains { [.refused, .bounced, .expired].contains($0.state) }
        let open = failed || !receipt.missing.isEmpty || receipt.partners.contains { $0.standing == .gap }
        guard receipt.outcome == .accepted else {
            return "Read the file that ends in .problem.txt; it lists the steps."
        }
        guard open else { return "Nothing. You need not drop the file again." }
        return """
            You need not drop the file again. What is missing or could not be sent is for \(receipt.decider) to \
            decide.
            """
    }
}
