<?php

declare(strict_types=1);

namespace Rendabel;

/**
 * What a call answered. $answer['verdict'] reads the document, foreach the documents of an NDJSON answer; $body is the
 * text as the library wrote it. Numbers with a fraction come as strings, exactly, as a database gives decimals.
 *
 * @implements \ArrayAccess<string, mixed>
 * @implements \IteratorAggregate<int, array<string, mixed>>
 */
final class Answer implements \ArrayAccess, \IteratorAggregate
{
    /** @var array<string, mixed>|null */
    private ?array $document = null;

    public function __construct(public readonly string $body, public readonly string $mediaType)
    {
    }

    /** @return array<string, mixed> the document, decoded once */
    public function json(): array
    {
        return $this->document ??= self::decoded($this->body);
    }

    /** @return list<array<string, mixed>> the documents of an NDJSON answer */
    public function records(): array
    {
        return iterator_to_array($this->getIterator(), false);
    }

    public function getIterator(): \Generator
    {
        for ($at = 0; $at < strlen($this->body); $at = $end + 1) {
            $end = strpos($this->body, "\n", $at);
            $end = $end === false ? strlen($this->body) : $end;
            if ($end > $at) {
                yield self::decoded(substr($this->body, $at, $end - $at));
            }
        }
    }

    public function offsetExists(mixed $offset): bool
    {
        return isset($this->json()[$offset]);
    }

    public function offsetGet(mixed $offset): mixed
    {
        return $this->json()[$offset] ?? null;
    }

    public function offsetSet(mixed $offset, mixed $value): void
    {
        throw new \LogicException('an answer is not written to');
    }

    public function offsetUnset(mixed $offset): void
    {
        throw new \LogicException('an answer is not written to');
    }

    /** @return array<string, mixed> */
    private static function decoded(string $json): array
    {
        // Strings are skipped whole; what is left and has a point is an amount or a rate, and no float may touch it.
        $quoted = preg_replace('/"(?:[^"\\\\]++|\\\\.)*+"(*SKIP)(*FAIL)|-?\d++\.\d++/', '"$0"', $json);
        return json_decode($quoted ?? $json, true, 512, JSON_THROW_ON_ERROR);
    }
}
