import Foundation

/// Python with the packages that `make setup` installs.
enum PythonPeer {
    /// Runs a script that prints one number and returns it.
    static func number(_ script: String, arguments: [String], folder: URL) async throws -> Double {
        let file = folder.appending(path: "script.py")
        try Data(script.utf8).write(to: file)
        let output = try await RunningProgram.run(
            ["/usr/bin/env", python, file.path] + arguments,
            folder: folder
        )
        guard let number = Double(output.trimmingCharacters(in: .whitespacesAndNewlines)) else {
            throw NotMeasured(description: "The Python script printed no number: \(output)")
        }
        return number
    }

    private static var python: String {
        if let chosen = ProcessInfo.processInfo.environment["MINUTED_TEST_PYTHON"] { return chosen }
        let installed = ".build/python/bin/python"
        return FileManager.default.isExecutableFile(atPath: installed) ? installed : "python3"
    }

    /// Seconds, at the median, that python-docx takes to open a document and walk its tables.
    static let walkTables = """
        import sys, time, statistics
        import docx

        def walk(path):
            document = docx.Document(path)
            words = 0
            for table in document.tables:
                for row in table.rows:
                    for cell in row.cells:
                        words += len(cell.text.split())
            return words

        path, times = sys.argv[1], int(sys.argv[2])
        walk(path)
        taken = []
        for _ in range(times):
            start = time.perf_counter()
            walk(path)
            taken.append(time.perf_counter() - start)
        print(statistics.median(taken))
        """

    /// Seconds for a folder of documents, each to three partners by mail, with nothing kept.
    static let sendFolder = """
        import pathlib, smtplib, sys, time
        from email.message import EmailMessage
        import docx

        folder, port = pathlib.Path(sys.argv[1]), int(sys.argv[2])
        start = time.perf_counter()
        relay = smtplib.SMTP("127.0.0.1", port)
        for path in sorted(folder.glob("*.docx")):
            agencies = set()
            for table in docx.Document(path).tables:
                for row in table.rows:
                    agencies.add(row.cells[0].text.strip())
            for partner in ("Health", "Police", "Education"):
                if partner not in agencies:
                    raise SystemExit(f"{partner} was not found")
                mail = EmailMessage()
                mail["From"] = "minutes@council.example"
                mail["To"] = f"minutes@{partner.lower()}.example"
                mail["Subject"] = "OFFICIAL-SENSITIVE: strategy meeting minutes"
                mail.set_content("The minutes are attached. Please read them and act on what concerns you.")
                mail.add_attachment(path.read_bytes(), maintype="application", subtype="octet-stream", filename="minutes.docx")
                relay.send_message(mail)
        relay.quit()
        print(time.perf_counter() - start)
        """
}
