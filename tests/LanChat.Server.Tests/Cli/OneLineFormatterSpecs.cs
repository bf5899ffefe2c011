using LanChat.Server.Cli;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LanChat.Server.Tests.Cli;

public sealed class OneLineFormatterSpecs
{
    private static string Write(bool verbose, LogLevel level, string category, string text, Exception? exception = null)
    {
        var formatter = new OneLineFormatter(Options.Create(new OneLineFormatter.Options { Verbose = verbose }));
        var writer = new StringWriter();
        formatter.Write(
            new LogEntry<string>(level, category, default, text, exception, (state, _) => state), null, writer);
        return writer.ToString();
    }

    [Fact]
    public void An_entry_has_time_with_zone_level_source_and_text() => Assert.Matches(
        @"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d info  room: Ann is here\r?\n$",
        Write(false, LogLevel.Information, "room", "Ann is here"));

    [Theory]
    [InlineData(LogLevel.Critical, " error ")]
    [InlineData(LogLevel.Error, " error ")]
    [InlineData(LogLevel.Warning, " warn  ")]
    [InlineData(LogLevel.Debug, " debug ")]
    public void Levels_are_words_of_equal_width(LogLevel level, string word) =>
        Assert.Contains(word, Write(false, level, "room", "text"));

    [Fact]
    public void An_entry_is_one_line_whatever_its_text()
    {
        var line = Write(
            true, LogLevel.Error, "room", "one\r\ntwo\nthree", new InvalidOperationException("four\nfive"));

        Assert.Equal(line.TrimEnd('\r', '\n') + Environment.NewLine, line);
        Assert.DoesNotContain('\n', line.TrimEnd('\r', '\n'));
        Assert.Contains("one two three", line);
    }

    [Fact]
    public void An_exception_is_named_and_shown_completely_only_if_verbose()
    {
        var cause = new InvalidOperationException("no luck");

        Assert.EndsWith("broken InvalidOperationException: no luck", Write(
            false, LogLevel.Error, "room", "broken", cause).TrimEnd());
        Assert.Contains(
            "System.InvalidOperationException: no luck", Write(true, LogLevel.Error, "room", "broken", cause));
    }

    [Fact]
    public void Socket_actors_are_logged_only_if_verbose()
    {
        const string socket = "akka://lanchat/system/IO-TCP/$a";

        Assert.Empty(Write(false, LogLevel.Error, socket, "Bind failed"));
        Assert.Contains("Bind failed", Write(true, LogLevel.Error, socket, "Bind failed"));
    }
}
