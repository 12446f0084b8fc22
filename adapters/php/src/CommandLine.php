<?php

declare(strict_types=1);

namespace Rendabel;

/**
 * The same calls through the program `rendabel` (its command `entry`), where FFI is refused: some milliseconds a call.
 * Documents go through pipes; ids and options stand in the process list while the call runs.
 */
final class CommandLine implements Way
{
    private readonly string $program;

    /**
     * @param string $config what rendabel_engine_open takes
     * @param string|null $program the file; else $RENDABEL_CLI, bin/rendabel beside this package, the system's
     * @throws Failure where programs may not be started either
     */
    public function __construct(private readonly string $config, ?string $program = null)
    {
        if (!function_exists('proc_open')) {
            throw Failure::unsupported('proc_open is refused here: mark the account dirty and evaluate it from cron');
        }
        $named = getenv('RENDABEL_CLI');
        $shipped = __DIR__ . '/../bin/rendabel';
        $this->program = $program ?? ($named !== false && $named !== '' ? $named : (is_file($shipped) ? $shipped : 'rendabel'));
    }

    public function call(string $name, array $texts = [], ?string $document = null, array $options = []): Answer
    {
        $command = [$this->program, 'entry', '--head', '--config', $this->config];
        if ($options !== []) {
            array_push($command, '--options', Json::of($options));
        }
        foreach ($texts as $text) {
            if (is_string($text) && str_contains($text, "\0")) {
                throw new Failure(Failure::INVALID_ARGUMENT, 'invalid_argument', 'an id, day or path cannot hold a NUL');
            }
        }
        return $this->run([...$command, '--', $name, ...array_map(strval(...), $texts)], $document ?? '');
    }

    public function ask(string $name, string $text): Answer
    {
        return $this->run([$this->program, 'entry', '--head', '--', $name, $text], '');
    }

    /** @param list<string> $command started without a shell */
    private function run(array $command, string $in): Answer
    {
        $errors = tmpfile();  // a file never fills up, so nobody waits for anybody
        $process = @proc_open($command, [['pipe', 'r'], ['pipe', 'w'], $errors], $pipes);
        if ($process === false) {
            throw Failure::unsupported("cannot start $this->program");
        }
        for ($left = $in; $left !== ''; $left = substr($left, $written)) {
            $written = @fwrite($pipes[0], $left);
            if ($written === false || $written === 0) {
                break;  // the program ended before it had read all: its answer says why
            }
        }
        fclose($pipes[0]);
        [$head, $body] = explode("\n", stream_get_contents($pipes[1]), 2) + ['', ''];
        fclose($pipes[1]);
        $code = proc_close($process);
        $said = json_decode($head, true);
        if (!is_array($said) || !isset($said['status'])) {
            rewind($errors);
            $why = trim((string) stream_get_contents($errors));
            throw Failure::unsupported($why !== '' ? $why : "$this->program ended with $code");
        }
        if ($said['status'] !== Failure::OK) {
            throw Failure::of($said['status'], $said['name'], $said['message'], $body);
        }
        return new Answer($body, $said['media_type']);
    }

    public function close(): void
    {
    }
}
