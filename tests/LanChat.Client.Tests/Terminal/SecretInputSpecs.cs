using LanChat.Client.Views;

namespace LanChat.Client.Tests.Terminal;

/// <summary>A password that is asked for.</summary>
public sealed class SecretInputSpecs : ViewSpec
{
    private void Ask() => Show(new ViewProtocol.Prompt("Password: ") { IsSecret = true });

    [Fact]
    public void What_is_typed_is_hidden_and_reported_as_it_is()
    {
        Ask();

        Terminal.Press("/quit :smile:");
        Assert.Equal("Password: •••••••••••••|", Typed);
        Assert.Equal("", Above);
        Terminal.Press(Keys.Enter);

        Assert.Equal(new ViewProtocol.LineEntered("/quit :smile:"), ExpectMsg<ViewProtocol.IUserInput>());
    }

    [Fact]
    public void It_is_not_among_the_entered_lines()
    {
        Ask();
        Terminal.Press("sesame");
        Terminal.Press(Keys.Enter);
        Show(ViewProtocol.InputHandled.Instance, new ViewProtocol.Prompt("> "));

        Terminal.Press(Keys.Of(ConsoleKey.UpArrow));

        Assert.Equal("> |", Typed);
    }

    [Fact]
    public void What_was_typed_of_it_goes_with_its_question()
    {
        Ask();
        Terminal.Press("sesa");

        Show(new ViewProtocol.Prompt("> "));

        Assert.Equal("> |", Typed);
    }

    [Fact]
    public void A_command_that_holds_a_password_is_not_among_the_entered_lines()
    {
        Show(new ViewProtocol.Prompt("> "));
        foreach (var line in new[] { "hello", "/open Vault password sesame" })
        {
            Terminal.Press(line);
            Terminal.Press(Keys.Enter);
            Show(ViewProtocol.InputHandled.Instance);
        }

        Terminal.Press(Keys.Of(ConsoleKey.UpArrow));

        Assert.Equal("> hello|", Typed);
    }
}
