using LanChat.Client.Terminal.Input;

namespace LanChat.Client.Tests.Terminal;

/// <summary>Completion by Tab, and command suggestions while typing.</summary>
public sealed class TabSpecs : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;
    private readonly LineEditor _editor = new();
    private readonly Completion _completion = new() { Names = ["Ann", "Anna B", "小糖豆", "odd\" name"] };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Labels => string.Join('|', _completion.Shown.Select(one => one.Label));

    private string Line => _editor.Text.Insert(_editor.Cursor, "|");

    private void Press(params ConsoleKeyInfo[] keys)
    {
        foreach (var key in keys) KeyBindings.Apply(key, _editor, new InputHistory(), _completion);
    }

    private void Type(string text) => Press([.. Keys.Of(text)]);

    private void Tab() => Press(Keys.Of(ConsoleKey.Tab));

    [Theory]
    [InlineData("anna", "Anna B: |")]
    [InlineData("小", "小糖豆: |")]
    [InlineData("hello anna", "hello Anna B |")]
    [InlineData("/msg anna", "/msg \"Anna B\" |")]
    [InlineData("/msg 小", "/msg 小糖豆 |")]
    [InlineData("/me hugs anna", "/me hugs Anna B |")]
    [InlineData("odd", "odd\" name: |")]
    [InlineData("bob", "bob|")]
    [InlineData("anna ", "anna |")]
    [InlineData("", "|")]
    public void A_unique_name_is_completed_and_gets_a_colon_at_the_beginning(
        string typed, string completed)
    {
        Type(typed);
        Assert.False(_completion.IsOpen);

        Tab();

        Assert.Equal(completed, Line);
        Assert.False(_completion.IsOpen);
    }

    [Fact]
    public void Several_names_open_a_list_that_narrows_while_typing()
    {
        Type("so, an");
        Tab();
        Assert.Equal(("so, an|", "Ann|Anna B"), (Line, Labels));

        Type("na");
        Assert.Equal("Anna B", Labels);
        Tab();
        Assert.Equal("so, Anna B |", Line);
    }

    [Fact]
    public void The_next_word_does_not_open_the_list_again()
    {
        Type("an");
        Tab();
        Type("x an");

        Assert.False(_completion.IsOpen);
    }

    [Fact]
    public void Text_after_the_cursor_is_kept()
    {
        Type("hi ann!");
        Press(Keys.Of(ConsoleKey.LeftArrow));
        Type("a");

        Tab();

        Assert.Equal("hi Anna B |!", Line);
    }

    [Theory]
    [InlineData("/aw", "/away [TEXT]", "/away |")]
    [InlineData("/par", "/part", "/part|")]
    [InlineData("/ls", "/ls", "/ls|")]
    public void Commands_are_offered_with_their_arguments_and_hints(
        string typed, string label, string completed)
    {
        Type(typed);
        Assert.Equal(label, Labels);
        Assert.NotEmpty(_completion.Shown[0].Hint);

        Tab();

        Assert.Equal(completed, Line);
    }

    [Theory]
    [InlineData("hello /aw")]
    [InlineData("//aw")]
    [InlineData("/away ")]
    [InlineData("/usr/bin")]
    public void Other_input_is_not_completed_as_a_command(string typed)
    {
        Type(typed);

        Assert.False(_completion.IsOpen);
    }

    [Fact]
    public void A_command_with_aliases_is_offered_once()
    {
        Type("/");

        Assert.Equal(Completion.MaxShown, _completion.Shown.Count);
        Assert.Equal(_completion.Shown.Count, _completion.Shown.DistinctBy(one => one.Hint).Count());
    }

    [Fact]
    public void Tab_completes_a_code_after_the_list_was_closed()
    {
        Type("so :tad");
        Press(Keys.Of(ConsoleKey.Escape));

        Tab();

        Assert.Equal("so 🎉|", Line);
    }

    [Fact]
    public void Files_are_completed_folder_by_folder()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "notes", "my own"));
        File.WriteAllText(Path.Combine(_folder, "notes", "my own", "a b.txt"), "");
        File.WriteAllText(Path.Combine(_folder, "number"), "");
        File.WriteAllText(Path.Combine(_folder, ".hidden"), "");
        Type($"/file {_folder}/");

        Tab();
        Assert.Equal("notes/|number", Labels);
        Tab();
        Assert.Equal($"/file {_folder}/notes/|", Line);
        Tab();
        Tab();
        Assert.Equal($"/file {_folder}/notes/my own/a b.txt|", Line);
    }

    [Fact]
    public void A_hidden_file_is_completed_after_its_dot()
    {
        File.WriteAllText(Path.Combine(_folder, ".hidden"), "");
        Type($"/file {_folder}/.h");

        Tab();

        Assert.Equal($"/file {_folder}/.hidden|", Line);
    }

    [Theory]
    [InlineData("/file ~", "/file ~/|")]
    [InlineData("/file /no/such/folder/x", "/file /no/such/folder/x|")]
    [InlineData("hello ~", "hello ~|")]
    public void A_tilde_is_completed_and_a_missing_folder_is_empty(string typed, string completed)
    {
        Type(typed);

        Tab();

        Assert.Equal(completed, Line);
    }

    [Fact]
    public void The_number_of_listed_files_is_limited()
    {
        for (var number = 0; number < 10; number++) File.WriteAllText(Path.Combine(_folder, $"{number}"), "");

        Assert.Equal(9, PathSuggestions.For(_folder + "/", most: 9).Matches.Count);
    }
}
