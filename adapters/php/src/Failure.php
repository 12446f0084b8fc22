<?php

declare(strict_types=1);

namespace Rendabel;

/** A call that did not succeed; after it the store is as it was before. */
class Failure extends \RuntimeException
{
    // How a call ended, as rendabel.h numbers it. A newer library may have others: treat them as failures.
    public const OK = 0;
    public const NO_MEMORY = -1;
    public const INVALID_HANDLE = -2;
    public const INVALID_ARGUMENT = -3;
    public const BAD_INPUT = -4;
    public const STATE = -5;
    public const UNSUPPORTED = -6;
    public const TOO_NEW = -7;
    public const BUSY = -8;
    public const IO = -9;
    public const CORRUPT = -10;
    public const FORKED = -11;
    public const CANCELLED = -12;
    public const NOT_FOUND = -13;
    public const STALE = -14;
    public const INTERNAL = -15;

    /**
     * @param int $status the number of rendabel.h, also as getCode()
     * @param string $name the status as documents spell it, such as "bad_input"
     * @param list<array{record: int, field: string, why: string}> $findings the first 1,000 faults of a document
     * @param int $total how many there are in all
     */
    public function __construct(
        public readonly int $status,
        public readonly string $name,
        string $message,
        public readonly array $findings = [],
        public readonly int $total = 0,
    ) {
        parent::__construct("$name: $message", $status);
    }

    /** The failure of a call's answer; $body is the findings document of bad_input. */
    public static function of(int $status, string $name, string $message, string $body = ''): self
    {
        $document = $body === '' ? [] : json_decode($body, true);
        return new self($status, $name, $message, $document['findings'] ?? [], $document['total'] ?? 0);
    }

    public static function unsupported(string $message): self
    {
        return new self(self::UNSUPPORTED, 'unsupported', $message);
    }
}
