<?php

declare(strict_types=1);

namespace Rendabel;

/** How calls reach the library: in this process (Native) or through the command line (CommandLine). */
interface Way
{
    /**
     * @param string $name a function of rendabel.h without its prefix
     * @param list<string|int> $texts ids, days, moments, paths and numbers, in the header's order
     * @param string|null $document for those functions that take one
     * @param array<string, mixed> $options
     * @throws Failure unless the status is ok
     */
    public function call(string $name, array $texts = [], ?string $document = null, array $options = []): Answer;

    /** Discovery, which needs no store: schema_get, labels_get. */
    public function ask(string $name, string $text): Answer;

    /** Closes the store. */
    public function close(): void;
}
