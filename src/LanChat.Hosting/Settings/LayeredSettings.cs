using System.Globalization;
using System.Net;
using Akka.Configuration;
using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>
/// All settings: layers over the built-in reference, the first one that has a key counts. Knows
/// where each value came from, so that an error can name it.
/// </summary>
public sealed class LayeredSettings
{
    private static readonly TimeSpan LongestDuration = TimeSpan.FromDays(24);
    private static readonly Lazy<Layer> TheReference = new(ReadReference);
    private readonly IReadOnlyList<Layer> _layers;

    /// <summary>
    /// Lays the layers over the reference, the most important one first; throws when one has a key
    /// that nobody knows, or that has no value.
    /// </summary>
    /// <param name="layers">What was set.</param>
    /// <param name="more">
    /// Further keys there are, with their defaults, which the reference need not have.
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

    /// <summary>The manual, hocon/reference.conf, as it was built in.</summary>
    public static Layer Reference => TheReference.Value;

    /// <summary>
    /// Everything, for the actor system, which reads its own keys below <c>akka</c>.
    /// </summary>
    public Config Config { get; }

    /// <summary>The value of a key as it was written, without white space at its ends.</summary>
    public string Text(string key) =>
        Config.GetString(key) ?? throw Wrong(key, SettingsTexts.NotOneValue);

    /// <summary>A whole number within bounds.</summary>
    public int Number(string key, int least, int most) =>
        int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most
            ? number
            : throw Wrong(key, SettingsTexts.NotAWholeNumber(Text(key), least, most));

    /// <summary>Whether something is on or off.</summary>
    public bool Switch(string key) => Text(key) switch
    {
        "on" or "true" => true,
        "off" or "false" => false,
        _ => throw Wrong(key, SettingsTexts.NeitherOnNorOff(Text(key))),
    };

    /// <summary>A port; 0 lets the system choose one.</summary>
    public int Port(string key) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= IPEndPoint.MaxPort
            ? port
            : throw Wrong(key, SettingsTexts.NotAPort(Text(key), IPEndPoint.MaxPort));

    /// <summary>An IP address.</summary>
    public IPAddress Address(string key) =>
        IPAddress.TryParse(Text(key), out var address) ? address : throw Wrong(
            key, SettingsTexts.NotAnAddress(Text(key)));

    /// <summary>
    /// A duration such as <c>200ms</c> or <c>2s</c>, not less than <paramref name="least"/> and not
    /// more than <paramref name="most"/> or what any timer can wait.
    /// </summary>
    public TimeSpan Duration(string key, TimeSpan least, TimeSpan? most = null)
    {
        var duration = Period(key, least);
        if (duration > most) throw Wrong(key, SettingsTexts.LongerThan(Text(key), $"{(int)most.Value.TotalSeconds}s"));
        if (duration > LongestDuration)
            throw Wrong(key, SettingsTexts.LongerThan(Text(key), $"{LongestDuration.Days}d"));
        return duration;
    }

    /// <summary>A duration that no timer has to wait for, such as <c>180d</c>.</summary>
    public TimeSpan Period(string key, TimeSpan least)
    {
        var period = Read(key, SettingsTexts.NotADuration, () => Config.GetTimeSpan(key, null, false));
        return period >= least ? period : throw Wrong(key, SettingsTexts.ShorterThan(Text(key), least.TotalSeconds));
    }

    /// <summary>A size in bytes such as <c>64KiB</c>, within bounds.</summary>
    public int Size(string key, int least, int most = int.MaxValue)
    {
        var size = Read(key, SettingsTexts.NotASize, () => Config.GetByteSize(key) ?? throw new FormatException());
        var limit = most == int.MaxValue ? "2 GiB" : $"{most >> 20} MiB";
        return size >= least && size <= most ? (int)size : throw Wrong(
            key, SettingsTexts.SizeOutOfBounds(Text(key), least, limit));
    }

    /// <summary>A size in bytes that may be beyond 2 GiB.</summary>
    public long LongSize(string key)
    {
        var size = Read(key, SettingsTexts.NotASize, () => Config.GetByteSize(key) ?? throw new FormatException());
        return size >= 0 ? size : throw Wrong(key, SettingsTexts.SizeOutOfBounds(Text(key), 0, "8 EiB"));
    }

    /// <summary>A list of texts.</summary>
    public IReadOnlyList<string> List(string key)
    {
        var value = Config.GetValue(key);
        var texts = value.IsString() || value.IsObject() ? null : Config.GetStringList(key);
        return texts?.Contains(null!) == false ? [.. texts] : throw Wrong(key, SettingsTexts.NotAList);
    }

    /// <summary>A list of texts, or one text alone.</summary>
    public IReadOnlyList<string> ListOrOne(string key) => Config.GetValue(key).IsString() ? [Text(key)] : List(key);

    /// <summary>The error for a key: it names the key and where its value was set.</summary>
    public SettingsException Wrong(string key, string flaw) =>
        new($"{key} ({_layers.First(layer => layer.Config.HasPath(key)).Source}): {flaw}");

    /// <summary>
    /// The error for whatever begins with a prefix and was set over the reference: it names all of
    /// it, since any may be the wrong one. Null when nothing was.
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
