<?php

declare(strict_types=1);

namespace Rendabel;

/** Documents on their way in. */
final class Json
{
    private const FLAGS = JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES | JSON_PRESERVE_ZERO_FRACTION;

    /**
     * An array, an object or JSON text as it is. Send amounts as strings ('100.10'): a float that was added up has more
     * decimals than money. Days: a DateTimeInterface under a key that ends in `at` becomes a moment, else a day.
     *
     * @param array<mixed>|object|string $value
     * @throws \JsonException for what is no JSON, such as NAN or text that is no UTF-8
     */
    public static function of(array|object|string $value): string
    {
        return is_string($value) ? $value : json_encode(self::plain($value), self::FLAGS);
    }

    /**
     * One document a line.
     *
     * @param iterable<array<mixed>|object|string>|string $values
     */
    public static function lines(iterable|string $values): string
    {
        if (is_string($values)) {
            return $values;
        }
        $lines = '';
        foreach ($values as $value) {
            $lines .= trim(self::of($value)) . "\n";
        }
        return $lines;
    }

    /** An id, day or moment as text. */
    public static function text(string|int|\DateTimeInterface $value, string $format = 'Y-m-d'): string
    {
        return $value instanceof \DateTimeInterface ? $value->format($format) : (string) $value;
    }

    /** @param array<mixed>|object $value */
    private static function plain(array|object $value): array|object
    {
        if (is_array($value)) {
            foreach ($value as $key => $item) {
                if ($item instanceof \DateTimeInterface) {
                    $moment = is_string($key) && preg_match('/(^|_)at$/', $key) === 1;
                    $value[$key] = self::text($item, $moment ? \DATE_RFC3339 : 'Y-m-d');
                } elseif (is_array($item)) {
                    $value[$key] = self::plain($item);
                }
            }
        }
        return $value;
    }
}
