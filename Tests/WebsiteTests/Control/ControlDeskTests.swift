import Testing
import Website

struct ControlDeskTests {
    @Test(arguments: [
        ControlRequest.Grounds(actor: "Minuted", why: "it is right"),
        ControlRequest.Grounds(actor: "A. Lead", why: " \n"),
        ControlRequest.Grounds(actor: "A. Lead", why: String(repeating: "x", count: 2_001)),
    ])
    func `a decision without a person or a reason changes nothing`(_ grounds: ControlRequest.Grounds)
        async throws
    {
        try await SampleLedger.with { sample in
            let before = await sample.desk.perform(.meeting(reference: "M-2026-000001"))

            let answer = await sample.desk.perform(.release(reference: "M-2026-000001", grounds))

            guard case .failure(let failure) = answer else {
                Issue.record("it was done")
                return
            }
            #expect(failure.kind == .usage)
            #expect(failure.kind.exitCode == 64)
            #expect(await sample.desk.perform(.meeting(reference: "M-2026-000001")) == before)
        }
    }

    @Test func `without a daemon the status says nothing of one`() async throws {
        try await SampleLedger.with { sample in
            guard case .status(let status) = await sample.desk.perform(.status) else {
                Issue.record("the status was not answered")
                return
            }
            #expect(status.daemon == nil)
        }
    }
}
