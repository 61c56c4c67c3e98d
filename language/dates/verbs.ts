/** What tasks commonly begin with: after "Friday", such a word begins the task and is no name that Friday is part of. */
export const VERBS = new Set(
  `add answer apply arrange ask attend bake book borrow bring brush buy call cancel change charge check choose clean clear collect
  come complete confirm contact cook create cut decide deliver discuss do donate download draft drink drive drop eat email empty
  end exercise feed fetch fill find finish fix fly follow forward get give go hang have help hire iron install invite join learn
  leave listen look make meditate meet mail mow move order organise organize pack paint pay phone pick plan plant play post practise
  practice prepare print put read register remind remove rename renew rent repair repeat replace reply reschedule research return
  review ring run sand schedule see sell send set shop sign skype speak start stop study submit swim take talk teach tell text think
  throw tidy transfer try turn update upload vacuum visit wake walk wash watch water wipe work wrap write`.split(/\s+/),
);
