package claim

import "testing"

// TestJourneysThatWereNotMade reads what was called off, denied or only
// supposed.
func TestJourneysThatWereNotMade(t *testing.T) {
	const holm = "Norwegian Prime Minister Bo Holm"
	for _, c := range []struct{ text, status string }{
		{"A visit to Nairobi by " + holm + ", planned for mid-June, has been put off until the autumn.", "cancelled"},
		{holm + "'s visit to Nairobi, announced for June 22, will not take place.", "cancelled"},
		{"The visit of " + holm + " to Nairobi, planned for June, had to be cancelled.", "cancelled"},
		{"A trip to Nairobi, where " + holm + " was to have been a guest of Kenya's Ada Moro, has been shifted to October.", "cancelled"},
		{"A spokesman denied that " + holm + " would stop in Nairobi.", "denied"},
		{"A spokesman denied that " + holm + ", the prime minister, had been in Nairobi on Friday.", "denied"},
		{"The news that " + holm + " will go to Nairobi this month does not reflect the truth.", "denied"},
		{"Reports that " + holm + " had slipped into Nairobi were dismissed by his office.", "denied"},
		{"A spokesman denied that the deal was meant for Nairobi, where " + holm + " met Ada Moro in May 2024.", "completed"},
		{"Papers speculated that " + holm + " would travel to Nairobi.", ""},
		{holm + " spoke. Between 2014 and this year, no Norwegian prime minister set foot in Nairobi.", ""},
	} {
		status := ""
		for _, e := range reading("Holm\n\n"+c.text, "2025-05-12").Entities {
			if e.Label == "Visit" {
				status, _ = e.Properties["status"].(string)
			}
		}
		if status != c.status {
			t.Errorf("%q: got status %q, want %q", c.text, status, c.status)
		}
	}
}
