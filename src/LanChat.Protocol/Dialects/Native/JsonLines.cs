using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LanChat.Protocol.Dialects.Native;

/// <summary>
/// Writes JSON objects one after the other: UTF-8 as it is, with what JSON demands and controls
/// escaped (nothing here is ever put into HTML).
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

    /// <summary>Ends the object, and the line if <paramref name="line"/>.</summary>
    public void End(bool line = true)
    {
        _json.WriteEndObject();
        _json.Flush();
        if (line) _buffer.Write("\n"u8);
    }

    /// <summary>All that was written since the last call.</summary>
    public byte[] Take()
    {
        var all = _buffer.WrittenSpan.ToArray();
        _buffer.ResetWrittenCount();
        return all;
    }

    public void Dispose() => _json.Dispose();
}
