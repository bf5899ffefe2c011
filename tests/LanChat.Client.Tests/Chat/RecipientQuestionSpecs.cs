using LanChat.Client.Chat;
using LanChat.Client.Sessions;
using LanChat.Client.Views;
using LanChat.Protocol;

namespace LanChat.Client.Tests.Chat;

public sealed class RecipientQuestionSpecs : ChatSpec
{
    private readonly string _key = Path.Combine(Directory.CreateTempSubdirectory().FullName, "device-key.pem");

    protected override void AfterAll()
    {
        base.AfterAll();
        Directory.Delete(Path.GetDirectoryName(_key)!, recursive: true);
    }

    private void Join(bool isNew)
    {
        StartChat("localhost:9000", "Ann", mentionNotice: MentionNotice.Of(_key, isNew));
        Receive(ExpectSession(), Event.Welcome);
        ExpectPrompt("Ann> ");
    }

    private ClientMessage ExpectRequest() => Session.FishForMessage<SessionProtocol.Send>(_ => true).Request.Message;

    private void ExpectQuestion() => FishShown<ViewProtocol.Prompt>(prompt => prompt.IsQuestion);

    [Theory]
    [InlineData("@ben look")]
    [InlineData("@ben, look")]
    [InlineData("@ben: look")]
    [InlineData("@\"ben b\" look")]
    [InlineData("@all come")]
    [InlineData("@yan\" b hello")]
    [InlineData("@ben")]
    public void A_message_that_begins_with_a_mention_goes_to_everybody(string typed)
    {
        Join(isNew: true);

        Type(typed);

        Assert.Equal(new ClientMessage.Say(typed), ExpectRequest());
    }

    [Theory]
    [InlineData("/msg ben look", "ben", "look")]
    [InlineData("/msg \"小 明\" look", "小 明", "look")]
    public void The_msg_command_sends_a_private_message(string typed, string to, string text)
    {
        Join(isNew: true);

        Type(typed);

        Assert.Equal(new ClientMessage.Tell(to, text), ExpectRequest());
    }

    [Fact]
    public void An_earlier_user_is_asked_once_and_can_choose_everybody()
    {
        Join(isNew: false);

        Type("@ben look");
        ExpectProblem("/msg NAME TEXT");
        ExpectQuestion();
        ExpectSilence(Session);
        Type("1");
        Assert.Equal(new ClientMessage.Say("@ben look"), ExpectRequest());
        ExpectPrompt("Ann> ");
        Type("@ben and this");

        Assert.Equal(new ClientMessage.Say("@ben and this"), ExpectRequest());
        Assert.False(MentionNotice.Of(_key, isNewKey: false).IsPending);
    }

    [Theory]
    [InlineData("@ben look", "ben")]
    [InlineData("@ben, look", "ben")]
    [InlineData("@ben：look at it", "ben：look")]
    [InlineData("@\"小 明\" look", "小 明")]
    public void An_earlier_user_can_choose_a_private_message(string typed, string to)
    {
        Join(isNew: false);

        Type(typed);
        ExpectQuestion();
        Type("2");

        Assert.Equal(to, Assert.IsType<ClientMessage.Tell>(ExpectRequest()).To);
        Assert.False(MentionNotice.Of(_key, isNewKey: false).IsPending);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_cancelled_message_returns_to_the_input_and_is_asked_about_again(bool byEscape)
    {
        Join(isNew: false);
        Type("@ben look");
        ExpectQuestion();

        if (byEscape) Escape();
        else Type("what?");

        ExpectProblem("Not sent: @ben look");
        FishShown<ViewProtocol.RestoreInput>(back => back.Typed == "@ben look");
        Type("@ben look");
        ExpectQuestion();
        ExpectSilence(Session);
    }

    [Theory]
    [InlineData("@all come")]
    [InlineData("@everyone: come")]
    [InlineData("@所有人 来开会")]
    [InlineData("@ben")]
    [InlineData("mail ann@example.com")]
    public void A_message_to_everybody_is_sent_without_a_question(string typed)
    {
        Join(isNew: false);

        Type(typed);

        Assert.Equal(new ClientMessage.Say(typed), ExpectRequest());
        Assert.True(MentionNotice.Of(_key, isNewKey: false).IsPending);
    }
}
