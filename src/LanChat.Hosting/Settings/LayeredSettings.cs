using System.Globalization;
using System.Net;
using Akka.Configuration;
using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>
/// All settings: layers over the built-in reference, of which the first one with a key counts.
/// Records the source of each value for error messages.
/// </summary>
public sealed class LayeredSettings
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(24);
    private static readonly Lazy<Layer> TheReference = new(ReadReference);
    private readonly IReadOnlyList<Layer> _layers;

    /// <summary>
    /// Combines the layers with the reference. Throws a <see cref="SettingsException"/> if a layer
    /// has an unknown key or a key without a value.
    /// </summary>
    /// <param name="layers">The layers, highest precedence first.</param>
    /// <param name="more">
    /// Additional keys with their defaults, beside those of the reference.
    /// </param>
    public LayeredSettings(IEnumerable<Layer> layers, Layer? more = null)
    {
        Layer[] defaults = more is null ? [Reference] : [Reference, more];
        _layers = [.. layers, .. defaults];
        var known = defaults.SelectMany(layer => layer.Keys()).ToHashSet();
        foreach (var layer in _layers) RejectUnknownAndEmptyKeys(layer, known);
        Config = _layers.Select(layer => layer.Config)
            .Where(config => !config.IsEmpty)
            .Aggregate((over, under) => over.WithFallback(under));
    }

    /// <summary>The embedded hocon/reference.conf, which documents every key.</summary>
    public static Layer Reference => TheReference.Value;

    /// <summary>
    /// The combined settings, from which the actor system reads its <c>akka</c> keys.
    /// </summary>
    public Config Config { get; }

    /// <summary>Reads a text; trims white space.</summary>
    public string Text(string key) =>
        Config.GetString(key) ?? throw Wrong(key, SettingsTexts.NotOneValue);

    /// <summary>Reads an integer between two bounds, both inclusive.</summary>
    public int Number(string key, int least, int most) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw Wrong(key, SettingsTexts.NotAWholeNumber(Text(key), least, most));

    /// <summary>Reads a Boolean: on, true, off or false.</summary>
    public bool Switch(string key) => Text(key) switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        _ => throw Wrong(key, SettingsTexts.NeitherOnNorOff(Text(key))),
    };

    /// <summary>Reads a port; 0 lets the operating system choose one.</summary>
    public int Port(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort
            ? port
            : throw Wrong(key, SettingsTexts.NotAPort(Text(key), IPEndPoint.MaxPort));

    /// <summary>Reads an IP address.</summary>
    public IPAddress Address(string key) =>
        IPAddress.TryParse(Text(key), out var address) ? address : throw Wrong(
            key, SettingsTexts.NotAnAddress(Text(key)));

    /// <summary>
    /// Reads a duration such as <c>200ms</c> or <c>2s</c>, between two bounds, both inclusive. The
    /// upper bound is at most 24 days, the limit of timers.
    /// </summary>
    public TimeSpan Duration(string key, TimeSpan least, TimeSpan? most = null)
    {
        var duration = Period(key, least);
        if (duration > most) throw Wrong(key, SettingsTexts.LongerThan(Text(key), $"{(int)most.Value.TotalSeconds}s"));
        if (duration > LongestDuration)
            throw Wrong(key, SettingsTexts.LongerThan(Text(key), $"{LongestDuration.Days}d"));
        return duration;
    }

    /// <summary>Reads a duration that no timer waits for, such as <c>180d</c>.</summary>
    public TimeSpan Period(string key, TimeSpan least)
    {
        var period = Read(key, SettingsTexts.NotADuration, () => Config.GetTimeSpan(key, null, false));
        return period >= least ? period : throw Wrong(key, SettingsTexts.ShorterThan(Text(key), least.TotalSeconds));
    }

    /// <summary>
    /// Reads a size in bytes such as <c>64KiB</c>, between two bounds, both inclusive.
    /// </summary>
    public int Size(string key, int least, int most = int.MaxValue)
    {
        var size = Read(key, SettingsTexts.NotASize, () => Config.GetByteSize(key) ?? throw new FormatException());
        var limit = most == int.MaxValue ? "2 GiB" : $"{most >> 20} MiB";
        return size >= least && size <= most ? (int)size : throw Wrong(
            key, SettingsTexts.SizeOutOfBounds(Text(key), least, limit));
    }

    /// <summary>Reads a size in bytes that may exceed 2 GiB.</summary>
    public long LongSize(string key)
    {
        var size = Read(key, SettingsTexts.NotASize, () => Config.GetByteSize(key) ?? throw new FormatException());
        return size >= 0 ? size : throw Wrong(key, SettingsTexts.SizeOutOfBounds(Text(key), 0, "8 EiB"));
    }

    /// <summary>Reads a list of texts.</summary>
    public IReadOnlyList<string> List(string key)
    {
        var value = Config.GetValue(key);
        var texts = value.IsString() || value.IsObject() ? null : Config.GetStringList(key);
        return texts?.Contains(null!) == false ? [.. texts] : throw Wrong(key, SettingsTexts.NotAList);
    }

    /// <summary>Reads a list of texts, or a single text.</summary>
    public IReadOnlyList<string> ListOrOne(string key) => Config.GetValue(key).IsString() ? [Text(key)] : List(key);

    /// <summary>Creates the error for a key, with the source of its value.</summary>
    public SettingsException Wrong(string key, string flaw) =>
        new($"{key} ({_layers.First(layer => layer.Config.HasPath(key)).Source}): {flaw}");

    /// <summary>
    /// Creates an error that names all keys with a prefix that were set over the reference, because
    /// any of them may be wrong; returns null if none was set.
    /// </summary>
    public SettingsException? WrongBelow(string prefix, string flaw)
    {
        var keys = _layers.Where(layer => layer != Reference).SelectMany(layer => layer.Keys()).Distinct()
            .Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return keys.Count == 0 ? null : new SettingsException($"{string.Join(", ", keys)}: {flaw}");
    }

    private T Read<T>(string key, Func<string, string> flaw, Func<T> read)
    {
        var text = Text(key);
        try
        {
            return read();
        }
        catch (Exception wrong) when (wrong is FormatException or OverflowException)
        {
            throw Wrong(key, flaw(text));
        }
    }

    private static void RejectUnknownAndEmptyKeys(Layer layer, HashSet<string> known)
    {
        foreach (var key in layer.Keys())
        {
            if (!known.Contains(key) && !key.StartsWith("akka.", StringComparison.Ordinal))
                throw new SettingsException($"{key} ({layer.Source}): {SettingsTexts.NoSuchSetting}");
            if (layer.Config.GetValue(key).IsEmpty)
                throw new SettingsException($"{key} ({layer.Source}): {SettingsTexts.NoValue}");
        }
    }

    private static Layer ReadReference()
    {
        using var stream = typeof(LayeredSettings).Assembly.GetManifestResourceStream("reference.conf")!;
        using var reader = new StreamReader(stream);
        return Layer.Parse("reference.conf", reader.ReadToEnd());
    }
}
