using System.Text;
using System.Text.RegularExpressions;
using Akka.Configuration;
using Akka.Configuration.Hocon;
using LanChat.Texts;

namespace LanChat.Settings;

/// <summary>Settings that came from one place: a file, an option, the built-in reference.</summary>
/// <param name="Source">The place, as it is named in an error.</param>
/// <param name="Config">What was set there.</param>
public sealed partial record Layer(string Source, Config Config)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Parses HOCON text; <paramref name="source"/> is named when it does not parse.
    /// </summary>
    public static Layer Parse(string source, string text)
    {
        if (HoconShape.FlawIn(text) is { } flaw) throw new SettingsException($"{source}: {flaw}");
        try
        {
            return new Layer(source, ConfigurationFactory.ParseString(text));
        }
        catch (Exception wrong) when (wrong is FormatException or ConfigurationException)
        {
            throw new SettingsException($"{source}: {wrong.Message}");
        }
        catch (NullReferenceException)
        {
            // What Akka.NET says to an include when it was not told how to find one.
            throw new SettingsException($"{source}: {SettingsFileTexts.IncludeNotSupported}");
        }
    }

    /// <summary>
    /// The layer of a file, which is UTF-8 unless it begins with the byte order mark of UTF-16 or
    /// UTF-32.
    /// </summary>
    public static Layer OfFile(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path, Utf8));
        }
        catch (DecoderFallbackException)
        {
            throw new SettingsException($"{path}: {SettingsFileTexts.NotUtf8}");
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new SettingsException($"{path}: {SettingsFileTexts.Unreadable(WhyNot(wrong))}");
        }
    }

    /// <summary>One key with a text, taken as it stands, but for white space at its ends.</summary>
    public static Layer OfText(string source, string key, string text) =>
        Parse(source, $"{key} = {HoconText.Quote(text)}");

    /// <summary>
    /// One key; the value is taken as it stands unless it is HOCON's list, object or quoted string.
    /// </summary>
    public static Layer OfKey(string source, string key, string value)
    {
        if (!WordsWithDots().IsMatch(key)) throw new SettingsException($"{source}: {SettingsTexts.NotAKey(key)}");
        return value is ['[' or '{' or '"', ..] ? Parse(source, $"{key} = {value}") : OfText(source, key, value);
    }

    /// <summary>The layer of an option <c>--set key=value</c>.</summary>
    public static Layer OfAssignment(string assignment)
    {
        var (at, source) = (assignment.IndexOf('='), $"--set {assignment}");
        if (at <= 0) throw new SettingsException($"{source}: {SettingsTexts.ExpectedAssignment}");
        return OfKey(source, assignment[..at].Trim(), assignment[(at + 1)..].Trim());
    }

    /// <summary>The full names of all keys that hold a value here.</summary>
    public IEnumerable<string> Keys() => Config.IsEmpty ? [] : Walk(Config.Root, "");

    /// <summary>The framework's own words are English.</summary>
    private static string WhyNot(Exception wrong) => wrong switch
    {
        FileNotFoundException or DirectoryNotFoundException => SettingsFileTexts.NotThere,
        UnauthorizedAccessException => SettingsFileTexts.NotAllowed,
        _ => wrong.Message,
    };

    private static IEnumerable<string> Walk(HoconValue value, string path) => value.IsObject()
        ? value.GetObject().Items.SelectMany(
            item => Walk(item.Value, path.Length == 0 ? item.Key : $"{path}.{item.Key}"))
        : [path];

    [GeneratedRegex(@"^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*\z")]
    private static partial Regex WordsWithDots();
}
