using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Writes a sequence of JSON objects in UTF-8. Escapes only what JSON demands, and controls; the
/// output never becomes HTML.
/// </summary>
internal sealed class JsonLines : IDisposable
{
    public static readonly JsonWriterOptions Options =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly ArrayBufferWriter<byte> _buffer = new(1024);
    private readonly Utf8JsonWriter _json;

    public JsonLines() => _json = new Utf8JsonWriter(_buffer, Options);

    /// <summary>Begins an object.</summary>
    public Utf8JsonWriter Begin()
    {
        _json.Reset();
        _json.WriteStartObject();
        return _json;
    }

    /// <summary>Ends the object; appends a line end if <paramref name="line"/>.</summary>
    public void End(bool line = true)
    {
        _json.WriteEndObject();
        _json.Flush();
        if (line) _buffer.Write("\n"u8);
    }

    /// <summary>Returns the bytes written since the last call.</summary>
    public byte[] Flush()
    {
        var all = _buffer.WrittenSpan.ToArray();
        _buffer.ResetWrittenCount();
        return all;
    }

    public void Dispose() => _json.Dispose();
}
