import Minutes
import Storage
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

    @Test func `a cleaned copy is made first and then released`() async throws {
        let clean: ControlDesk.Cleaning = { reference, despite in
            guard reference == "M-2026-000001", despite == [.draft] else {
                throw ControlFailure(.broken, "asked for something else")
            }
            return CleanedCopy(
                version: 1,
                original: String(repeating: "a", count: 64),
                sha256: String(repeating: "c", count: 64),
                byteCount: 5,
                removed: "1 comment"
            )
        }
        try await SampleLedger.with(clean: clean) { sample in
            let answer = await sample.desk.perform(
                .releaseCleaned(reference: "M-2026-000001", despite: [.draft], SampleLedger.grounds)
            )

            #expect(answer == .cleaned(deliveries: 1, without: "1 comment"))
            guard case .meeting(let meeting) = await sample.desk.perform(.meeting(reference: "M-2026-000001"))
            else {
                Issue.record("the meeting was not answered")
                return
            }
            #expect(meeting.versions[0].cleaned?.removed == "1 comment")
            #expect(meeting.versions[0].releasedBy == "A. Lead")
        }
    }

    @Test func `where no copy is made nothing is released, and the sentence says why`() async throws {
        try await SampleLedger.with { sample in
            let before = await sample.desk.perform(.meeting(reference: "M-2026-000001"))

            let answer = await sample.desk.perform(
                .releaseCleaned(reference: "M-2026-000001", despite: [], SampleLedger.grounds)
            )

            #expect(answer == .failure(ControlFailure(.refused, "No copy of M-2026-000001.")))
            #expect(await sample.desk.perform(.meeting(reference: "M-2026-000001")) == before)
        }
    }

    @Test func `no copy is made for a decision that cannot be kept`() async throws {
        try await SampleLedger.with { sample in
            let nobody = ControlRequest.Grounds(actor: "minuted", why: "it is right")

            let answer = await sample.desk.perform(
                .releaseCleaned(reference: "M-2026-000001", despite: [], nobody)
            )

            guard case .failure(let failure) = answer else {
                Issue.record("it was done")
                return
            }
            #expect(failure.kind == .usage)
        }
    }
}
