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
    public void What_begins_with_a_name_is_said_to_everybody_as_it_was_typed(string typed)
    {
        Join(isNew: true);

        Type(typed);

        Assert.Equal(new ClientMessage.Say(typed), ExpectRequest());
    }

    [Theory]
    [InlineData("/msg ben look", "ben", "look")]
    [InlineData("/msg \"小 明\" look", "小 明", "look")]
    public void To_one_person_it_is_told_by_command(string typed, string to, string text)
    {
        Join(isNew: true);

        Type(typed);

        Assert.Equal(new ClientMessage.Tell(to, text), ExpectRequest());
    }

    [Fact]
    public void Who_used_it_before_is_asked_once_and_may_mean_everybody()
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
    public void Or_one_person_only(string typed, string to)
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
    public void What_is_taken_back_goes_back_to_where_it_was_typed_and_is_asked_again(bool byEscape)
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
    public void What_was_never_for_one_person_is_not_asked_about(string typed)
    {
        Join(isNew: false);

        Type(typed);

        Assert.Equal(new ClientMessage.Say(typed), ExpectRequest());
        Assert.True(MentionNotice.Of(_key, isNewKey: false).IsPending);
    }
}
