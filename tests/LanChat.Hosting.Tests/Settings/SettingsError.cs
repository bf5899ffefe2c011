namespace LanChat.Settings.Tests;

/// <summary>Error messages about settings.</summary>
internal static class SettingsError
{
    /// <summary>The message of the error that this action throws; it must be one line.</summary>
    public static string Line(Func<object?> action)
    {
        var line = Assert.Throws<SettingsException>(action).Message;
        Assert.DoesNotContain(line, char.IsControl);
        return line;
    }

    /// <summary>The part of the message after the key and the file.</summary>
    public static string Line(string key, string value, Func<LayeredSettings, object?> read)
    {
        var line = Line(() => read(new LayeredSettings([Layer.Parse("my.conf", $"{key} = {value}")])));
        Assert.StartsWith($"{key} (my.conf): ", line);
        return line[$"{key} (my.conf): ".Length..];
    }
}
