<?php

declare(strict_types=1);

namespace Rendabel;

/**
 * The library in this process, through FFI: the only class that touches FFI, so that with `ffi.enable=preload` it is the
 * only one that has to be preloaded (preload.php). Handles never leave it. Nothing is loaded before the first object.
 */
final class Native implements Way
{
    private static ?\FFI $library = null;
    private static string $path = '';
    /** @var array<string, int> functions that the header declares */
    private static array $functions = [];
    private ?\FFI\CData $engine = null;
    private int $process = 0;

    /**
     * @param string $config what rendabel_engine_open takes
     * @param string|null $library the file; else $RENDABEL_LIBRARY, lib/librendabel.so.1 beside this package, the system's
     * @throws Failure also where FFI is refused or the file cannot be loaded: then take another way
     */
    public function __construct(private readonly string $config, ?string $library = null)
    {
        self::load($library ?? self::place('RENDABEL_LIBRARY', 'librendabel.so.1'));
        $this->open();
    }

    /** @return string a file named by the environment, shipped in lib/, or as the system finds it */
    private static function place(string $variable, string $name): string
    {
        $named = getenv($variable);
        $shipped = __DIR__ . "/../lib/$name";
        return $named !== false && $named !== '' ? $named : (is_file($shipped) ? $shipped : $name);
    }

    private static function header(): string
    {
        $named = self::place('RENDABEL_FFI_HEADER', 'rendabel_ffi.h');
        foreach ([$named, __DIR__ . '/../../../abi/rendabel_ffi.h', '/usr/include/rendabel_ffi.h',
                  '/usr/local/include/rendabel_ffi.h'] as $file) {
            if (is_file($file)) {
                return (string) file_get_contents($file);
            }
        }
        throw Failure::unsupported('rendabel_ffi.h is nowhere: put it in lib/ or name it in RENDABEL_FFI_HEADER');
    }

    private static function load(string $path): void
    {
        if (self::$library !== null) {
            if ($path !== self::$path) {
                throw Failure::unsupported('this process has loaded ' . self::$path . ' already');
            }
            return;
        }
        if (!extension_loaded('ffi')) {
            throw Failure::unsupported('PHP has no FFI here');
        }
        try {
            // The versions first: a declaration that the library lacks would refuse all of them without saying why.
            $first = \FFI::cdef('int32_t rendabel_abi_version(void); int32_t rendabel_abi_supports(int32_t host_abi);', $path);
            $header = self::header();
            preg_match('/RENDABEL_ABI_VERSION = (\d+)/', $header, $ours);
            if ($first->rendabel_abi_supports((int) $ours[1]) !== 1) {
                $theirs = $first->rendabel_abi_version();
                throw Failure::unsupported(sprintf('%s speaks ABI %d.%d', $path, $theirs >> 16, $theirs & 0xffff));
            }
            self::$library = \FFI::cdef($header, $path);
            self::$path = $path;
            preg_match_all('/\brendabel_(\w+)\(/', $header, $declared);
            self::$functions = array_flip($declared[1]);
        } catch (\FFI\Exception $refused) {  // FFI is restricted here, or the file cannot be loaded
            throw Failure::unsupported($refused->getMessage());
        }
    }

    private function open(): void
    {
        $this->engine = self::$library->rendabel_engine_new(self::$library->RENDABEL_ABI_VERSION);
        $this->process = getmypid();
        try {
            $this->answer('engine_open', [$this->config, strlen($this->config)]);
        } catch (Failure $failure) {
            $this->close();
            throw $failure;
        }
    }

    public function call(string $name, array $texts = [], ?string $document = null, array $options = []): Answer
    {
        foreach ($texts as $text) {
            if (is_string($text) && str_contains($text, "\0")) {  // C would read another, shorter id
                throw new Failure(Failure::INVALID_ARGUMENT, 'invalid_argument', 'an id, day or path cannot hold a NUL');
            }
        }
        if ($this->engine !== null && $this->process !== getmypid()) {
            $this->close();  // a forked child gives up its parent's engine, which touches nothing
            $this->open();
        }
        $arguments = $document === null ? $texts : [$document, strlen($document)];
        $more = $options === [] ? null : Json::of($options);
        return $this->answer($name, [...$arguments, $more, strlen($more ?? '')]);
    }

    /** Discovery that needs no engine: schema_get, labels_get. */
    public function ask(string $name, string $text): Answer
    {
        return $this->taken(self::$library->{"rendabel_$name"}($text));
    }

    /** @param list<string|int|null> $arguments after the engine, as C takes them */
    private function answer(string $name, array $arguments): Answer
    {
        if (!isset(self::$functions[$name])) {
            throw Failure::unsupported("this library has no rendabel_$name");
        }
        return $this->taken(self::$library->{"rendabel_$name"}($this->engine, ...$arguments));
    }

    private function taken(\FFI\CData $result): Answer
    {
        try {
            $status = self::$library->rendabel_result_status($result);
            $body = self::$library->rendabel_result_body($result);
            if ($status !== Failure::OK) {
                $name = self::$library->rendabel_status_name($status);
                throw Failure::of($status, $name, self::$library->rendabel_result_message($result), $body);
            }
            return new Answer($body, self::$library->rendabel_result_media_type($result));
        } finally {
            self::$library->rendabel_result_free($result);
        }
    }

    public function close(): void
    {
        if ($this->engine !== null) {
            self::$library->rendabel_engine_free($this->engine);
            $this->engine = null;
        }
    }

    public function __destruct()
    {
        $this->close();
    }
}
