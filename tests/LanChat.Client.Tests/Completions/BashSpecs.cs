using System.Diagnostics;
using LanChat.Client.Completions;

namespace LanChat.Client.Tests.Completions;

/// <summary>What a real bash makes of the script.</summary>
public sealed class BashSpecs
{
    private static async Task<string> Bash(string script, params string[] arguments)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["--norc", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (bash.StandardOutput.ReadToEndAsync(), bash.StandardError.ReadToEndAsync());
        await bash.StandardInput.WriteAsync(script);
        bash.StandardInput.Close();
        await bash.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal("", await errors);
        Assert.Equal(0, bash.ExitCode);
        return await output;
    }

    /// <summary>Completions for the last of these words.</summary>
    private static async Task<string[]> Complete(params string[] words)
    {
        var line = string.Join(' ', words.Select(word => $"'{word}'"));
        var offered = await Bash($$"""
            {{BashScript.Of(Scripts.Example())}}
            COMP_WORDS=(lanchat {{line}}) COMP_CWORD={{words.Length}}
            _lanchat
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        return [.. offered.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public async Task The_script_registers_its_completion_function() => Assert.Equal(
        "complete -F _lanchat lanchat\n",
        await Bash(BashScript.Of(CompletionTree.Of(Scripts.Client())) + "complete -p lanchat\n"));

    [Fact]
    public async Task The_script_for_the_client_is_valid_syntax() =>
        Assert.Equal("", await Bash(BashScript.Of(CompletionTree.Of(Scripts.Client())), "-n"));

    [Fact]
    public async Task Commands_and_options_are_offered_first() => Assert.Equal(
        ["--everywhere", "--file", "--help", "--version", "-h", "go", "stay"], await Complete(""));

    [Fact]
    public async Task A_partial_word_is_completed()
    {
        Assert.Equal(["stay"], await Complete("st"));
        Assert.Equal(["--fast"], await Complete("go", "--fa"));
        Assert.Equal(["that", "this"], await Complete("go", "th"));
    }

    [Fact]
    public async Task An_option_s_value_is_not_taken_for_a_command() =>
        Assert.Equal(
            ["--fast"], await Complete("--everywhere", "stay", "go", "--everywhere", "a", ":", "stay", "--fa"));

    [Fact]
    public async Task Known_values_are_offered()
    {
        Assert.Equal(["green", "red"], await Complete("go", "-c", ""));
        Assert.Equal(["green"], await Complete("go", "--colour", "g"));
        Assert.Empty(await Complete("--everywhere", ""));
        Assert.Empty(await Complete("--everywhere", "a", ":", ""));
    }

    [Fact]
    public async Task Files_are_offered_for_a_file_option()
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, "a file.conf"), "");

            Assert.Equal([Path.Combine(directory.FullName, "a file.conf")], await Complete(
                "--file", Path.Combine(directory.FullName, "a")));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
