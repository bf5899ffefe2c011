namespace LanChat.Settings.Tests;

/// <summary>What somebody is told about a mistake.</summary>
internal static class Wrong
{
    /// <summary>The one line they see.</summary>
    public static string Line(Func<object?> doing)
    {
        var line = Assert.Throws<SettingsException>(doing).Message;
        Assert.DoesNotContain(line, char.IsControl);
        return line;
    }

    /// <summary>The line about a value of a key, set in a file.</summary>
    public static string Line(string key, string value, Func<LayeredSettings, object?> reading)
    {
        var line = Line(() => reading(new LayeredSettings([Layer.Parse("my.conf", $"{key} = {value}")])));
        Assert.StartsWith($"{key} (my.conf): ", line);
        return line[$"{key} (my.conf): ".Length..];
    }
}
