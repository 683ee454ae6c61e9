// Verifies a checkpoint and a ledger with Go's own implementation of the formats.
package main

import (
	"fmt"
	"os"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func main() {
	text := func(name string) string {
		bytes, err := os.ReadFile(os.Args[1] + "/evidence/" + name)
		if err != nil {
			panic(err)
		}
		return string(bytes)
	}
	verifier, err := note.NewVerifier(strings.TrimSpace(text("key")))
	if err != nil {
		fmt.Println("key:", err)
		os.Exit(1)
	}
	signed, err := note.Open([]byte(text("checkpoint")), note.VerifierList(verifier))
	if err != nil {
		fmt.Println("note:", err)
		os.Exit(1)
	}
	lines := strings.Split(strings.TrimSuffix(text("ledger.jsonl"), "\n"), "\n")
	var hashes []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			found[at] = hashes[index]
		}
		return found, nil
	})
	for n, line := range lines {
		stored, err := tlog.StoredHashes(int64(n), []byte(line), reader)
		if err != nil {
			panic(err)
		}
		hashes = append(hashes, stored...)
	}
	root, err := tlog.TreeHash(int64(len(lines)), reader)
	if err != nil {
		panic(err)
	}
	want := fmt.Sprintf("%s\n%d\n%s\n", verifier.Name(), len(lines), root)
	if signed.Text != want {
		fmt.Printf("checkpoint says\n%s\nGo says\n%s\n", signed.Text, want)
		os.Exit(1)
	}
	fmt.Println("ok", len(lines), root)
}
