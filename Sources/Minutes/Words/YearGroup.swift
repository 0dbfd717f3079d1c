extension String {
    /// "Moorgate High School Year 8" without the year.
    var trimmedYearGroup: String {
        for mark in [
            " Year ", " year ", " Yr ", " Reception", " Y1", " Y2", " Y3", " Y4", " Y5", " Y6", " Y7", " Y8",
            " Y9", " – ", " - ",
        ] {
            if let range = firstRange(ofText: mark) { return String(self[..<range.lowerBound]).bare }
        }
        return self
    }
}
